package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;

/**
 * Which clusters and slots every entry of a tree gets in a geometry, computed before anything is
 * written: it tells what a tree needs even where it does not fit.
 *
 * <p>In a fresh volume FatFs always takes the lowest free cluster, which is the one after the last
 * it took. So every file lies in one piece, and a counter is the whole allocation. A directory
 * takes its first cluster when it is made and another whenever a new entry does not fit, so its
 * clusters lie between those of its files.
 */
public final class Layout {
  private static final int[] NO_CLUSTERS = {};

  private final NamedTree tree;
  private final Geometry geometry;
  private final VolumeLabel label;

  /** Of each entry; 0 of the root and of an empty file. */
  private final int[] firstClusters;

  /** Of each directory, in the order of its slots; null of a file. */
  private final int[][] directoryClusters;

  private long clustersNeeded;
  private long bytesHeld;

  private Layout(NamedTree tree, Geometry geometry, VolumeLabel label) {
    this.tree = tree;
    this.geometry = geometry;
    this.label = label;
    this.firstClusters = new int[tree.size()];
    this.directoryClusters = new int[tree.size()][];
  }

  /** Lays a tree out; whether it fits is told by {@link #fits}. */
  public static Layout of(NamedTree tree, Geometry geometry, VolumeLabel label) {
    Layout layout = new Layout(tree, geometry, label);
    layout.allocate();
    return layout;
  }

  private void allocate() {
    int slotsPerCluster = geometry.clusterBytes() / Geometry.SLOT_BYTES;
    int[] slotsFilled = new int[tree.size()];
    int[] clustersHeld = new int[tree.size()];
    directoryClusters[0] = NO_CLUSTERS;
    for (int i = 1; i < tree.size(); i++) {
      NamedEntry entry = tree.entry(i);
      if (entry.isDirectory()) {
        // The driver takes the directory's first cluster before it enters it in its parent.
        directoryClusters[i] =
            new int[(entry.slotsWithin() + slotsPerCluster - 1) / slotsPerCluster];
        directoryClusters[i][0] = nextCluster();
        firstClusters[i] = directoryClusters[i][0];
        clustersNeeded++;
        clustersHeld[i] = 1;
        slotsFilled[i] = NamedTree.DOT_SLOTS;
        bytesHeld += (long) entry.slotsWithin() * Geometry.SLOT_BYTES;
      }
      int parent = entry.parent();
      slotsFilled[parent] += entry.slots();
      while (parent != 0 && clustersHeld[parent] * slotsPerCluster < slotsFilled[parent]) {
        directoryClusters[parent][clustersHeld[parent]++] = nextCluster();
        clustersNeeded++;
      }
      if (entry.bytes() > 0) {
        firstClusters[i] = nextCluster();
        clustersNeeded += geometry.clustersFor(entry.bytes());
        bytesHeld += entry.bytes();
      }
    }
  }

  /** Beyond the volume's end the number means nothing, and nothing uses it. */
  private int nextCluster() {
    return (int) (Geometry.FIRST_CLUSTER + clustersNeeded);
  }

  /** Returns the tree that is laid out. */
  public NamedTree tree() {
    return tree;
  }

  /** Returns the geometry that it is laid out in. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the label, which may be none. */
  VolumeLabel label() {
    return label;
  }

  /** Returns how many clusters files and directories take. */
  public long clustersNeeded() {
    return clustersNeeded;
  }

  /** Returns how many slots the root directory needs, the label's among them. */
  public int rootSlotsNeeded() {
    return tree.entry(0).slotsWithin() + (label.isNone() ? 0 : 1);
  }

  /** Returns how many bytes of the clusters taken hold nothing. */
  public long slackBytes() {
    return clustersNeeded * geometry.clusterBytes() - bytesHeld;
  }

  /** Tells whether the volume has the clusters and the root directory the slots. */
  public boolean fits() {
    return clustersNeeded <= geometry.clusters() && rootSlotsNeeded() <= geometry.rootEntries();
  }

  /** Returns where each file lies, in the order of the tree. */
  public List<Placement> placements() {
    List<Placement> placements = new ArrayList<>(tree.files());
    for (int i = 1; i < tree.size(); i++) {
      NamedEntry named = tree.entry(i);
      if (!named.isDirectory()) {
        placements.add(new Placement(named.path(), fileOffset(i), (int) named.bytes()));
      }
    }
    return placements;
  }

  /** Returns the offset in the volume of a file's content, in bytes; 0 if it is empty. */
  int fileOffset(int index) {
    return firstClusters[index] == 0 ? 0 : geometry.clusterOffset(firstClusters[index]);
  }

  /** Returns the clusters that an entry takes for itself; a directory's contents not counted. */
  long clustersOf(int index) {
    return directoryClusters[index] == null
        ? geometry.clustersFor(tree.entry(index).bytes())
        : directoryClusters[index].length;
  }

  /** Returns the first cluster of an entry; 0 for the root and for an empty file. */
  int firstCluster(int index) {
    return firstClusters[index];
  }

  /** Returns the clusters of a directory in the order of its slots; none for the root. */
  int[] directoryClusters(int index) {
    return directoryClusters[index];
  }

  /** Returns the offset in the volume of a slot of a directory, in bytes. */
  int slotOffset(int directory, int slot) {
    if (directory == 0) {
      return geometry.rootOffset() + slot * Geometry.SLOT_BYTES;
    }
    int slotsPerCluster = geometry.clusterBytes() / Geometry.SLOT_BYTES;
    return geometry.clusterOffset(directoryClusters[directory][slot / slotsPerCluster])
        + slot % slotsPerCluster * Geometry.SLOT_BYTES;
  }

  /** Returns where in the volume the last cluster taken ends, in bytes. */
  int endOffset() {
    return geometry.dataOffset() + (int) clustersNeeded * geometry.clusterBytes();
  }

  /**
   * Demands that the tree fits.
   *
   * @throws DataFailure if it does not
   */
  void requireFit() {
    if (clustersNeeded > geometry.clusters()) {
      throw new DataFailure(
          "volume",
          "the tree takes "
              + clustersNeeded
              + " clusters of "
              + geometry.clusterBytes()
              + " bytes, the volume has "
              + geometry.clusters(),
          "");
    }
    if (rootSlotsNeeded() > geometry.rootEntries()) {
      throw new DataFailure(
          "volume",
          "the root directory needs "
              + rootSlotsNeeded()
              + " entries, it has "
              + geometry.rootEntries(),
          "raise --root-entries, or move files into directories");
    }
  }
}
