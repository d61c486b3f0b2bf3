package mkfsdfu.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A directory that is to go into the volume.
 *
 * @param name its name in the volume; empty for the root
 * @param host where it lies, or what it stands for
 * @param modifiedEpochSecond the time of the newest file beneath it, its own if there is none
 * @param entries what it holds, in ascending order of the names' UTF-8 bytes
 */
public record SourceDirectory(
    String name, Path host, long modifiedEpochSecond, List<SourceEntry> entries)
    implements SourceEntry {
  public SourceDirectory {
    entries = List.copyOf(entries);
  }
}
