package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/**
 * The first FAT of a volume, read entry by entry. It is the only one that the board's driver reads.
 */
final class AllocationTable {
  /** A cluster in no chain. */
  static final int FREE = 0;

  private final Bytes table;
  private final boolean fat12;
  private final int clusters;

  AllocationTable(Bytes volume, Geometry geometry) {
    this.table =
        volume.slice(geometry.fatOffset(0), geometry.sectorsPerFat() * geometry.sectorBytes());
    this.fat12 = geometry.type() == FatType.FAT12;
    this.clusters = geometry.clusters();
  }

  /** Returns the number after that of the last cluster. */
  int end() {
    return Geometry.FIRST_CLUSTER + clusters;
  }

  /** Returns an entry as it is stored; entries 0 and 1 belong to no cluster. */
  int entry(int cluster) {
    if (!fat12) {
      return table.u16(cluster * 2);
    }
    int pair = table.u16(cluster + cluster / 2);
    return (cluster & 1) == 0 ? pair & 0xFFF : pair >> 4;
  }

  /** Tells whether a number is that of a cluster. */
  boolean isCluster(int number) {
    return number >= Geometry.FIRST_CLUSTER && number < end();
  }

  /** Tells whether an entry is an end mark, FF8 to FFF (FFF8 to FFFF in FAT16). */
  boolean isEnd(int entry) {
    return entry >= (fat12 ? 0xFF8 : 0xFFF8);
  }

  /** Tells whether an entry is the mark of a bad cluster. */
  boolean isBad(int entry) {
    return entry == (fat12 ? 0xFF7 : 0xFFF7);
  }

  /** Returns how many clusters are not free. */
  int usedClusters() {
    int used = 0;
    for (int cluster = Geometry.FIRST_CLUSTER; cluster < end(); cluster++) {
      if (entry(cluster) != FREE) {
        used++;
      }
    }
    return used;
  }

  /** Returns the last cluster that is not free, or 1 if all are. */
  int lastUsedCluster() {
    int cluster = end() - 1;
    while (cluster >= Geometry.FIRST_CLUSTER && entry(cluster) == FREE) {
      cluster--;
    }
    return cluster;
  }
}
