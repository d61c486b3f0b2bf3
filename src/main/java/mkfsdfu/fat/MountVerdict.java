package mkfsdfu.fat;

/**
 * What the driver's mount rules make of some bytes.
 *
 * @param geometry where everything lies; null if the bytes cannot be read as FAT12 or FAT16
 * @param finding the first rule broken; null if none is
 */
public record MountVerdict(Geometry geometry, Finding finding) {
  static MountVerdict refused(Rule rule, String what) {
    return new MountVerdict(null, new Finding(rule, what));
  }

  /** Tells whether the bytes are a FAT12 or FAT16 volume. */
  public boolean mounts() {
    return geometry != null;
  }
}
