package mkfsdfu.fat;

import java.util.List;

/**
 * A directory of a volume.
 *
 * @param name case kept; empty for the root
 * @param modified modification time
 * @param entries what it holds, in the order of its slots
 */
public record VolumeDirectory(String name, FatTime modified, List<VolumeEntry> entries)
    implements VolumeEntry {
  public VolumeDirectory {
    entries = List.copyOf(entries);
  }
}
