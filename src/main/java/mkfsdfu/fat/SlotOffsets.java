package mkfsdfu.fat;

/** The offsets of a directory's slots in the volume, one after the other. */
final class SlotOffsets {
  private final Geometry geometry;
  private final int clustersThere;
  private final Chain chain;
  private int run;
  private int inRun;
  private int at;
  private int end;

  private SlotOffsets(Geometry geometry, long volumeBytes, Chain chain, int at, int end) {
    this.geometry = geometry;
    this.clustersThere = geometry.clustersWithin(volumeBytes);
    this.chain = chain;
    this.at = at;
    this.end = end;
  }

  /** Returns the slots of the root directory. */
  static SlotOffsets ofRoot(Geometry geometry) {
    return new SlotOffsets(
        geometry,
        geometry.volumeBytes(),
        Chain.EMPTY,
        geometry.rootOffset(),
        geometry.dataOffset());
  }

  /**
   * Returns the slots of a directory's clusters.
   *
   * @param volumeBytes how many bytes of the volume are there
   */
  static SlotOffsets of(Geometry geometry, long volumeBytes, Chain chain) {
    return new SlotOffsets(geometry, volumeBytes, chain, 0, 0);
  }

  /** Returns the next offset in bytes, or -1 after the last cluster that is there. */
  int next() {
    if (at == end && !nextCluster()) {
      return -1;
    }
    int slot = at;
    at += Geometry.SLOT_BYTES;
    return slot;
  }

  private boolean nextCluster() {
    if (run == chain.runCount()) {
      return false;
    }
    int cluster = chain.runFirst(run) + inRun;
    if (cluster - Geometry.FIRST_CLUSTER >= clustersThere) {
      return false;
    }
    if (++inRun == chain.runLength(run)) {
      run++;
      inRun = 0;
    }
    at = geometry.clusterOffset(cluster);
    end = at + geometry.clusterBytes();
    return true;
  }
}
