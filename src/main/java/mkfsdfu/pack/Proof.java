package mkfsdfu.pack;

import java.util.List;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.fat.Finding;
import mkfsdfu.fat.ReadBack;
import mkfsdfu.fat.VolumeCheck;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.WrittenVolume;

/**
 * Proves a finished volume: first its structure, then every byte of every file, read by somebody
 * else's code.
 */
final class Proof {
  private Proof() {}

  /**
   * Demands that a volume is sound and holds exactly a tree.
   *
   * @throws InternalFailure if it does not: then what we built is wrong
   * @throws mkfsdfu.error.IoFailure if a source has changed since it was written
   */
  static void of(WrittenVolume volume, VolumeDirectory root) {
    List<Finding> findings = VolumeCheck.check(volume.bytes());
    if (!findings.isEmpty()) {
      Finding first = findings.get(0);
      throw new InternalFailure(
          "volume", first.path() + ": " + first.what(), "please report it; nothing was written");
    }
    ReadBack.prove("volume", volume.bytes(), root);
  }
}
