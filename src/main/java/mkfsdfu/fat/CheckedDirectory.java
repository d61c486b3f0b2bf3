package mkfsdfu.fat;

/**
 * A directory under check.
 *
 * @param place null for the root
 * @param firstCluster 0 for the root
 * @param parentCluster what its {@code ..} points to: 0 if that is the root
 * @param chain its clusters; none for the root
 */
record CheckedDirectory(Place place, int firstCluster, int parentCluster, Chain chain) {
  static final CheckedDirectory ROOT = new CheckedDirectory(null, 0, 0, Chain.EMPTY);

  boolean isRoot() {
    return place == null;
  }
}
