package mkfsdfu.fat;

import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/**
 * Reads a boot sector by the rules by which the board's own driver mounts (FatFs R0.13c, {@code
 * check_fs} and {@code find_volume}), believing nothing it says. What the driver ignores (media
 * byte, hidden sectors, OEM name) is ignored here too.
 */
public final class MountRules {
  /** The largest cluster count that FatFs takes for FAT12. */
  static final int MAX_FAT12_CLUSTERS = 4085;

  /** The largest cluster count that FatFs takes for FAT16. */
  static final int MAX_FAT16_CLUSTERS = 65525;

  private static final int BOOT_BYTES = 512;
  private static final int MAX_SECTOR_BYTES = 4096;

  private MountRules() {}

  /** Tells whether bytes bear the mark without which no sector is a boot sector. */
  public static boolean isSigned(Bytes volume) {
    return volume.length() >= BOOT_BYTES && volume.u16(510) == 0xAA55;
  }

  /**
   * Judges bytes of which the board's block size is not known.
   *
   * @param volume the bytes, from the boot sector on
   */
  public static MountVerdict judge(Bytes volume) {
    return judge(volume, 0);
  }

  /**
   * Judges bytes as a board would.
   *
   * @param volume the bytes, from the boot sector on
   * @param blockBytes the board's block size in bytes; 0 if it is not known
   */
  public static MountVerdict judge(Bytes volume, int blockBytes) {
    if (volume.length() < BOOT_BYTES) {
      return MountVerdict.refused(
          Rule.BOOT_MISSING,
          "only " + volume.length() + " bytes, a boot sector has " + BOOT_BYTES + " or more");
    }
    int sectorBytes = volume.u16(11);
    MountVerdict other = otherFilesystem(volume, blockBytes == 0 ? sectorBytes : blockBytes);
    if (other != null) {
      return other;
    }
    if (!isSigned(volume)) {
      return MountVerdict.refused(
          Rule.BOOT_SIGNATURE,
          "no 55AA at 510, found " + hex(volume.u8(510)) + hex(volume.u8(511)));
    }
    int jump = volume.u8(0);
    if (jump != 0xEB && jump != 0xE9 && jump != 0xE8) {
      return MountVerdict.refused(
          Rule.BOOT_JUMP, "first byte is " + hex(jump) + ", not EB, E9 or E8");
    }
    if (!volume.hasText(54, "FAT") && !volume.hasText(82, "FAT32")) {
      return MountVerdict.refused(Rule.BOOT_TYPE, "neither FAT at 54 nor FAT32 at 82");
    }
    if (blockBytes != 0 && sectorBytes != blockBytes) {
      return MountVerdict.refused(
          Rule.SECTOR_BYTES,
          sectorBytes + " bytes per sector, but the board's block has " + blockBytes);
    }
    if (sectorBytes < BOOT_BYTES
        || sectorBytes > MAX_SECTOR_BYTES
        || Integer.bitCount(sectorBytes) != 1) {
      return MountVerdict.refused(
          Rule.SECTOR_BYTES, sectorBytes + " bytes per sector, not 512, 1024, 2048 or 4096");
    }
    return judgeLayout(volume, sectorBytes);
  }

  /**
   * Returns where everything lies in a volume.
   *
   * @param where the volume's file and place, for the message
   * @throws DataFailure if it is not a FAT12 or FAT16 volume that the board would mount
   */
  public static Geometry mount(String where, Bytes volume) {
    MountVerdict verdict = judge(volume);
    if (!verdict.mounts()) {
      Finding finding = verdict.finding();
      throw new DataFailure(
          where,
          "no FAT12 or FAT16 volume: " + finding.what() + " (" + finding.boardDoes() + ")",
          "give a volume that a board can mount");
    }
    return verdict.geometry();
  }

  /** Looks for what is no FAT12 or FAT16 at all, so that it can be named. */
  private static MountVerdict otherFilesystem(Bytes volume, int blockBytes) {
    for (int block = 0; block <= 1; block++) {
      int at = block * blockBytes;
      for (int name = at + 8; name <= at + 40; name += 32) {
        if (volume.hasText(name, "littlefs")) {
          return MountVerdict.refused(Rule.LITTLEFS, "a littlefs, by its name at " + name);
        }
      }
    }
    if (volume.hasText(3, "EXFAT   ")) {
      return MountVerdict.refused(Rule.EXFAT, "exFAT, not FAT12 or FAT16");
    }
    return null;
  }

  /** Judges the numbers; they are the driver's checks in the driver's order. */
  private static MountVerdict judgeLayout(Bytes volume, int sectorBytes) {
    long sectorsPerFat = volume.u16(22) != 0 ? volume.u16(22) : volume.u32(36);
    int fats = volume.u8(16);
    int sectorsPerCluster = volume.u8(13);
    int rootEntries = volume.u16(17);
    long sectors = volume.u16(19) != 0 ? volume.u16(19) : volume.u32(32);
    int reserved = volume.u16(14);
    if (rootEntries == 0 && volume.u16(22) == 0 && volume.hasText(82, "FAT32")) {
      return MountVerdict.refused(Rule.FAT32, "FAT32, not FAT12 or FAT16");
    }
    if (fats != 1 && fats != 2) {
      return MountVerdict.refused(Rule.FAT_COUNT, fats + " FATs, not 1 or 2");
    }
    if (Integer.bitCount(sectorsPerCluster) != 1) {
      return MountVerdict.refused(
          Rule.SECTORS_PER_CLUSTER,
          sectorsPerCluster + " sectors per cluster, not a power of two from 1 to 128");
    }
    int perSector = sectorBytes / Geometry.SLOT_BYTES;
    if (rootEntries == 0 || rootEntries % perSector != 0) {
      return MountVerdict.refused(
          Rule.ROOT_ENTRIES, rootEntries + " root entries, not a multiple of " + perSector);
    }
    if (reserved == 0) {
      return MountVerdict.refused(
          Rule.RESERVED_SECTORS, "0 reserved sectors, at least 1 is needed");
    }
    long system = reserved + fats * sectorsPerFat + rootEntries / perSector;
    long clusters = (sectors - system) / sectorsPerCluster;
    if (sectors < system || clusters == 0) {
      return MountVerdict.refused(
          Rule.TOTAL_SECTORS,
          sectors + " sectors in all, but FATs and root directory alone take " + system);
    }
    if (clusters > MAX_FAT16_CLUSTERS) {
      return MountVerdict.refused(Rule.FAT32, clusters + " clusters: FAT32, not FAT12 or FAT16");
    }
    FatType type = clusters <= MAX_FAT12_CLUSTERS ? FatType.FAT12 : FatType.FAT16;
    long entries = clusters + Geometry.FIRST_CLUSTER;
    long fatBytes = type == FatType.FAT12 ? (entries * 3 + 1) / 2 : entries * 2;
    long needed = (fatBytes + sectorBytes - 1) / sectorBytes;
    if (sectorsPerFat < needed) {
      return MountVerdict.refused(
          Rule.FAT_SIZE,
          sectorsPerFat + " sectors per FAT, but " + clusters + " clusters need " + needed);
    }
    if (system * sectorBytes > volume.length()) {
      return MountVerdict.refused(
          Rule.SYSTEM_MISSING,
          "FATs and root directory take "
              + system * sectorBytes
              + " bytes, only "
              + volume.length()
              + " are there");
    }
    Geometry geometry =
        new Geometry(
            sectorBytes,
            (int) sectors,
            sectorsPerCluster,
            reserved,
            fats,
            rootEntries,
            (int) sectorsPerFat,
            (int) clusters,
            type);
    return new MountVerdict(geometry, null);
  }

  private static String hex(int octet) {
    String digits = "0123456789ABCDEF";
    return "" + digits.charAt(octet >> 4) + digits.charAt(octet & 15);
  }
}
