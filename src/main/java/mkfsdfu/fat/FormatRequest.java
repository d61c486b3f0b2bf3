package mkfsdfu.fat;

import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;

/**
 * A volume to be formatted.
 *
 * @param volumeBytes its size in bytes, filling whole sectors, at most 2 GiB - 1
 * @param sectorBytes bytes per sector, the flash filesystem's block size: 512 or 4096
 * @param rootEntries slots of 32 bytes in the root directory: 1 to 65535, filling whole sectors
 * @param sectorsPerCluster a power of two, 1 to 128, or {@link #DRIVERS_CHOICE}
 */
public record FormatRequest(
    long volumeBytes, int sectorBytes, int rootEntries, int sectorsPerCluster) {
  /** Root directory entries that the board's driver always makes. */
  public static final int DEFAULT_ROOT_ENTRIES = 512;

  /** Sectors per cluster as the board's driver chooses them. */
  public static final int DRIVERS_CHOICE = 0;

  /** The root directory's entry count is a 16-bit number in the boot sector. */
  public static final int MOST_ROOT_ENTRIES = 65535;

  /** The largest power of two that the boot sector's byte holds. */
  static final int MOST_SECTORS_PER_CLUSTER = 128;

  /**
   * Checks what needs no sizing.
   *
   * @throws UsageFailure if a choice is none that a boot sector can hold
   * @throws DataFailure if the volume does not fill whole sectors or is too large for FAT16
   */
  public FormatRequest {
    if (sectorBytes != 512 && sectorBytes != 4096) {
      throw new UsageFailure(
          "sector size",
          sectorBytes + " bytes; the boards' flash filesystems have sectors of 512 or 4096 bytes",
          "");
    }
    int perSector = sectorBytes / Geometry.SLOT_BYTES;
    if (rootEntries < 1 || rootEntries > MOST_ROOT_ENTRIES || rootEntries % perSector != 0) {
      throw new UsageFailure(
          "--root-entries",
          rootEntries + " is not a multiple of " + perSector + " from " + perSector + " to 65535",
          "the entries fill whole sectors of " + sectorBytes + " bytes, " + perSector + " in each");
    }
    if (sectorsPerCluster != DRIVERS_CHOICE
        && (sectorsPerCluster < 0
            || sectorsPerCluster > MOST_SECTORS_PER_CLUSTER
            || Integer.bitCount(sectorsPerCluster) != 1)) {
      throw new UsageFailure(
          "--sectors-per-cluster",
          sectorsPerCluster + " is not a power of two from 1 to 128",
          "leave it out for the driver's own choice");
    }
    if (volumeBytes < 0 || volumeBytes % sectorBytes != 0) {
      throw new DataFailure(
          "volume",
          volumeBytes + " bytes do not fill whole sectors of " + sectorBytes + " bytes",
          "give a multiple of " + sectorBytes);
    }
    if (volumeBytes > Integer.MAX_VALUE) {
      throw new DataFailure(
          "volume",
          volumeBytes + " bytes; at most 2 GiB - 1 are possible",
          "larger volumes need FAT32, which is not supported");
    }
  }

  /** Asks for a volume such as the board's own format makes. */
  public static FormatRequest asTheDriver(long volumeBytes, int sectorBytes) {
    return new FormatRequest(volumeBytes, sectorBytes, DEFAULT_ROOT_ENTRIES, DRIVERS_CHOICE);
  }

  /** Returns the same request for a volume of another size. */
  public FormatRequest withVolumeBytes(long bytes) {
    return new FormatRequest(bytes, sectorBytes, rootEntries, sectorsPerCluster);
  }

  /** Returns the same request with other root directory entries. */
  public FormatRequest withRootEntries(int entries) {
    return new FormatRequest(volumeBytes, sectorBytes, entries, sectorsPerCluster);
  }

  /** Returns the same request with other sectors per cluster. */
  public FormatRequest withSectorsPerCluster(int count) {
    return new FormatRequest(volumeBytes, sectorBytes, rootEntries, count);
  }

  /** Returns the sectors of the volume. */
  int sectors() {
    return (int) (volumeBytes / sectorBytes);
  }

  /** Returns the sectors of the root directory. */
  int rootSectors() {
    return rootEntries * Geometry.SLOT_BYTES / sectorBytes;
  }
}
