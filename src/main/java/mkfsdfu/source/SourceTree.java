package mkfsdfu.source;

import java.util.List;

/**
 * All that is to go into the volume: scanned once, sorted, filtered, links followed.
 *
 * @param root the volume's root
 * @param excluded what was left out; of a directory only the directory
 * @param files how many files there are
 * @param directories how many directories there are, the root not counted
 * @param bytes the files' sizes together, in bytes
 */
public record SourceTree(
    SourceDirectory root, List<Exclusion> excluded, int files, int directories, long bytes) {
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

  static SourceTree of(SourceDirectory root, List<Exclusion> excluded) {
    return new SourceTree(root, excluded, files(root), directories(root), bytes(root));
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
