package mkfsdfu.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be read from the host.
 *
 * @param directory what becomes the volume's root; a symbolic link to a directory will do
 * @param additions more files and directories, in the order in which they were given
 * @param excludes what to leave out
 * @param timestamps what the entries' times are
 * @param output the file that is going to be written, which is left out of the directory: it would
 *     hold itself as it was before; null if there is none
 */
public record SourceRequest(
    Path directory,
    List<SourceAddition> additions,
    SourceExcludes excludes,
    Timestamps timestamps,
    Path output) {
  public SourceRequest {
    additions = List.copyOf(additions);
  }

  /** Asks for what goes into no file that could lie in the directory. */
  public SourceRequest(
      Path directory,
      List<SourceAddition> additions,
      SourceExcludes excludes,
      Timestamps timestamps) {
    this(directory, additions, excludes, timestamps, null);
  }

  /** Returns the request for a directory alone: nothing added, default excludes, its own times. */
  public static SourceRequest of(Path directory) {
    return new SourceRequest(directory, List.of(), SourceExcludes.DEFAULT, Timestamps.SOURCE);
  }
}
