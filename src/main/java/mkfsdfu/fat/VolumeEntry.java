package mkfsdfu.fat;

/** A file or a directory of a volume, as it is to be written or was read. */
public sealed interface VolumeEntry permits VolumeFile, VolumeDirectory {
  /** Returns the name, case kept; empty for the root. */
  String name();

  /** Returns the modification time. */
  FatTime modified();
}
