package mkfsdfu.fat;

/**
 * What there is to say of a volume without reading its tree.
 *
 * @param geometry where everything lies
 * @param label the root directory's label as the board shows it; empty if there is none
 * @param serial the volume's serial number
 * @param usedClusters clusters that are not free
 * @param lastUsedCluster the highest number among them, 1 if there are none; a volume may be cut
 *     after it
 */
public record VolumeSummary(
    Geometry geometry, String label, int serial, int usedClusters, int lastUsedCluster) {
  /** Returns how many bytes the used clusters have. */
  public long usedBytes() {
    return (long) usedClusters * geometry.clusterBytes();
  }

  /** Returns how many bytes all clusters have. */
  public long capacityBytes() {
    return (long) geometry.clusters() * geometry.clusterBytes();
  }
}
