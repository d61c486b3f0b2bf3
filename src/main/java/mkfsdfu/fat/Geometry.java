package mkfsdfu.fat;

/**
 * Where everything lies in a FAT12 or FAT16 volume: reserved sectors, FATs, root directory,
 * clusters.
 *
 * @param sectorBytes bytes per sector: 512 or 4096
 * @param sectors all sectors of the volume
 * @param sectorsPerCluster a power of two, 1 to 128
 * @param reservedSectors sectors before the first FAT, at least 1
 * @param fats FATs: 1 or 2
 * @param rootEntries slots of 32 bytes in the root directory, filling whole sectors
 * @param sectorsPerFat sectors of each FAT
 * @param clusters data clusters; they are numbered from 2
 * @param type width of a FAT entry
 */
public record Geometry(
    int sectorBytes,
    int sectors,
    int sectorsPerCluster,
    int reservedSectors,
    int fats,
    int rootEntries,
    int sectorsPerFat,
    int clusters,
    FatType type) {
  /** Bytes of a directory slot. */
  public static final int SLOT_BYTES = 32;

  /** Number of the first data cluster. */
  public static final int FIRST_CLUSTER = 2;

  /** Returns the size of the volume in bytes. */
  public long volumeBytes() {
    return (long) sectors * sectorBytes;
  }

  /** Returns the size of a cluster in bytes. */
  public int clusterBytes() {
    return sectorsPerCluster * sectorBytes;
  }

  /** Returns the offset of a FAT in the volume, in bytes; {@code fat} counts from 0. */
  public int fatOffset(int fat) {
    return (reservedSectors + fat * sectorsPerFat) * sectorBytes;
  }

  /** Returns the offset of the root directory in the volume, in bytes. */
  public int rootOffset() {
    return fatOffset(fats);
  }

  /** Returns the offset of the first cluster in the volume, in bytes. */
  public int dataOffset() {
    return rootOffset() + rootEntries * SLOT_BYTES;
  }

  /** Returns the offset of a cluster in the volume, in bytes; {@code cluster} counts from 2. */
  public int clusterOffset(int cluster) {
    return dataOffset() + (cluster - FIRST_CLUSTER) * clusterBytes();
  }

  /** Returns how many clusters lie wholly within the first so many bytes of the volume. */
  public int clustersWithin(long bytes) {
    return (int) Math.max(0, Math.min(clusters, (bytes - dataOffset()) / clusterBytes()));
  }

  /** Returns how many clusters hold so many bytes. */
  public long clustersFor(long bytes) {
    return (bytes + clusterBytes() - 1) / clusterBytes();
  }
}
