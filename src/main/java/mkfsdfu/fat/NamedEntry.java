package mkfsdfu.fat;

/**
 * One entry of a {@link NamedTree}.
 *
 * @param entry the file or directory
 * @param parent index of the directory that holds it; the root's own is 0
 * @param path names from the root, joined by slashes; empty for the root
 * @param shortName its 8.3 name; null for the root
 * @param slots slots that it takes in its parent; 0 for the root
 * @param slotsWithin slots that a directory's contents take, its dot entries among them; 0 for a
 *     file
 * @param bytes size of a file's content; 0 for a directory
 */
record NamedEntry(
    VolumeEntry entry,
    int parent,
    String path,
    ShortName shortName,
    int slots,
    int slotsWithin,
    long bytes) {

  boolean isDirectory() {
    return entry instanceof VolumeDirectory;
  }
}
