package mkfsdfu.source;

import java.util.List;

/**
 * All that is to go into the volume: scanned once, sorted, filtered, links followed.
 *
 * @param root the volume's root
 * @param excluded what was left out; of a directory only the directory
 */
public record SourceTree(SourceDirectory root, List<Exclusion> excluded) {
  public SourceTree {
    excluded = List.copyOf(excluded);
  }

  /**
   * Looks at every file and directory once, and opens none but directories and files of patterns.
   *
   * @throws mkfsdfu.error.NoInputFailure if the directory, an addition or a file of patterns is
   *     missing, or something cannot be read
   * @throws mkfsdfu.error.DataFailure if something is no file and no directory, a symbolic link
   *     leads nowhere or in a circle, two sources claim one path, or directories are nested too
   *     deep
   * @throws mkfsdfu.error.UsageFailure if a pattern is empty
   * @throws mkfsdfu.error.IoFailure if something vanishes meanwhile
   */
  public static SourceTree scan(SourceRequest request) {
    return SourceScan.of(request);
  }

  /** Counts the files. */
  public int files() {
    return files(root);
  }

  /** Counts the directories, but for the root. */
  public int directories() {
    return directories(root);
  }

  /** Adds up the files' sizes, in bytes. */
  public long bytes() {
    return bytes(root);
  }

  private static int files(SourceDirectory directory) {
    int files = 0;
    for (SourceEntry entry : directory.entries()) {
      files += entry instanceof SourceDirectory below ? files(below) : 1;
    }
    return files;
  }

  private static int directories(SourceDirectory directory) {
    int directories = 0;
    for (SourceEntry entry : directory.entries()) {
      directories += entry instanceof SourceDirectory below ? 1 + directories(below) : 0;
    }
    return directories;
  }

  private static long bytes(SourceDirectory directory) {
    long bytes = 0;
    for (SourceEntry entry : directory.entries()) {
      bytes += entry instanceof SourceFile file ? file.bytes() : bytes((SourceDirectory) entry);
    }
    return bytes;
  }
}
