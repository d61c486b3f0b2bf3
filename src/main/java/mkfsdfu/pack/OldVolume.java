package mkfsdfu.pack;

import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.MountRules;
import mkfsdfu.fat.MountVerdict;
import mkfsdfu.flash.Bytes;

/** Recognises a volume that stands in the file already: only that may be replaced by a new one. */
final class OldVolume {
  private OldVolume() {}

  /**
   * Returns how many bytes the volume in an element claims, which may be more than the element
   * holds: the rest is in further segments, or was cut off behind the last used cluster.
   *
   * @return 0 if the element is no FAT volume that a board would mount
   */
  static long bytes(Bytes element) {
    // Most elements are firmware: no finding about them is put into words.
    if (!MountRules.isSigned(element)) {
      return 0;
    }
    MountVerdict verdict = MountRules.judge(element);
    Geometry geometry = verdict.geometry();
    return verdict.mounts() ? geometry.volumeBytes() : 0;
  }
}
