package mkfsdfu.inspect;

import java.util.List;
import mkfsdfu.fat.StoredVolume;
import mkfsdfu.fat.VolumeReader;
import mkfsdfu.fat.VolumeSummary;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/**
 * A volume that a board mounts.
 *
 * @param where its file and place, for messages
 * @param parts the elements that it runs through, in the order of its blocks; at least one
 * @param bytes what is there of it, which may be less than its geometry says
 * @param summary geometry, label and use
 */
public record FoundVolume(String where, List<Part> parts, Bytes bytes, VolumeSummary summary) {
  public FoundVolume {
    parts = List.copyOf(parts);
  }

  /** Returns where it is flashed to; null if it comes from a raw file. */
  public Address address() {
    return parts.get(0).address();
  }

  /** Returns its tree, read anew by each call. */
  public StoredVolume read() {
    return VolumeReader.read(where, bytes);
  }
}
