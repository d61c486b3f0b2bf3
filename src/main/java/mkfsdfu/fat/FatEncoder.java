package mkfsdfu.fat;

import java.nio.ByteBuffer;

/**
 * Writes the links between clusters into the first FAT of a fresh volume (Microsoft FAT
 * specification, "FAT Data Structure").
 */
final class FatEncoder {
  /** End of a chain; the FAT's width cuts it. */
  private static final int END = 0xFFFF;

  private static final int FAT12_MASK = 0xFFF;

  /** Little-endian; the FAT is all zero. */
  private final ByteBuffer volume;

  private final int offset;
  private final FatType type;

  FatEncoder(ByteBuffer volume, Geometry geometry) {
    this.volume = volume;
    this.offset = geometry.fatOffset(0);
    this.type = geometry.type();
  }

  /** Writes the two entries that stand for no cluster: the media byte and an end mark. */
  void putReserved() {
    put(0, 0xFF00 | BootSector.MEDIA);
    put(1, END);
  }

  /** Writes a chain of clusters that follow each other. */
  void putRun(int first, int clusters) {
    int last = first + clusters - 1;
    for (int cluster = first; cluster < last; cluster++) {
      put(cluster, cluster + 1);
    }
    put(last, END);
  }

  /** Writes a chain of at least one cluster. */
  void putChain(int[] clusters) {
    for (int i = 0; i < clusters.length - 1; i++) {
      put(clusters[i], clusters[i + 1]);
    }
    put(clusters[clusters.length - 1], END);
  }

  private void put(int cluster, int next) {
    if (type == FatType.FAT16) {
      volume.putShort(offset + cluster * 2, (short) next);
      return;
    }
    // Two entries share three bytes: an even one begins a byte, an odd one half a byte later.
    int at = offset + cluster + cluster / 2;
    int shift = (cluster & 1) * 4;
    int kept = volume.getShort(at) & ~(FAT12_MASK << shift);
    volume.putShort(at, (short) (kept | ((next & FAT12_MASK) << shift)));
  }
}
