package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.FormatRequest;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.GeometryRule;
import mkfsdfu.fat.Layout;
import mkfsdfu.fat.NamedTree;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeLabel;
import mkfsdfu.flash.Numbers;

/**
 * Refuses a tree that does not fit, before anything is written, with the whole sum and with what
 * would help.
 */
final class Capacity {
  private final VolumeDirectory root;
  private final FormatRequest format;
  private final VolumeLabel label;
  private final NamedTree names;
  private final Layout layout;

  private Capacity(VolumeDirectory root, FormatRequest format, VolumeLabel label, NamedTree names) {
    this.root = root;
    this.format = format;
    this.label = label;
    this.names = names;
    this.layout = Layout.of(names, GeometryRule.geometry(format), label);
  }

  /**
   * Demands that a tree fits.
   *
   * @param where what the tree is called in the message
   * @return the geometry that it fits into
   * @throws DataFailure if it does not fit
   */
  static Geometry demand(
      String where,
      VolumeDirectory root,
      NamedTree names,
      FormatRequest format,
      VolumeLabel label) {
    Capacity capacity = new Capacity(root, format, label, names);
    if (capacity.layout.fits()) {
      return capacity.layout.geometry();
    }
    List<String> helps = capacity.whatHelps();
    List<String> details = new ArrayList<>(capacity.sum());
    for (int i = 1; i < helps.size(); i++) {
      details.add("or: " + helps.get(i));
    }
    throw new DataFailure(
        where,
        "does not fit: " + capacity.excess(),
        helps.isEmpty() ? "leave files out, or make them smaller" : helps.get(0),
        details,
        null);
  }

  private String excess() {
    Geometry geometry = layout.geometry();
    long over = layout.clustersNeeded() - geometry.clusters();
    if (over <= 0) {
      return "the root directory needs "
          + layout.rootSlotsNeeded()
          + " entries and has "
          + geometry.rootEntries();
    }
    return Numbers.kib(over * geometry.clusterBytes())
        + " too much for the "
        + Numbers.kib((long) geometry.clusters() * geometry.clusterBytes())
        + " that the volume of "
        + geometry.volumeBytes()
        + " bytes has for files";
  }

  private List<String> sum() {
    Geometry geometry = layout.geometry();
    List<String> sum = new ArrayList<>();
    sum.add(
        names.files()
            + " files and "
            + names.directories()
            + " directories take "
            + layout.clustersNeeded()
            + " clusters of "
            + geometry.clusterBytes()
            + " bytes, there are "
            + geometry.clusters());
    sum.add(
        "content "
            + Numbers.kib(names.contentBytes())
            + ", lost to the ends of clusters "
            + Numbers.kib(layout.slackBytes()));
    sum.add("largest: " + Weights.of(root, geometry).largest());
    return sum;
  }

  private List<String> whatHelps() {
    List<String> helps = new ArrayList<>();
    int entries = entriesThatFit();
    if (entries > 0) {
      helps.add("--root-entries " + entries + " would make it fit");
    }
    int sectors = clusterThatFits();
    if (sectors > 0) {
      helps.add("--sectors-per-cluster " + sectors + " would make it fit");
    }
    String path = dispensable();
    if (!path.isEmpty()) {
      helps.add("without " + path + " it fits");
    }
    return helps;
  }

  /**
   * Returns the number of root entries nearest to the one asked for with which the tree fits, or 0.
   */
  private int entriesThatFit() {
    int perSector = format.sectorBytes() / Geometry.SLOT_BYTES;
    int needed = (layout.rootSlotsNeeded() + perSector - 1) / perSector * perSector;
    if (needed > format.rootEntries()) {
      return fits(format.withRootEntries(needed), names) ? needed : 0;
    }
    for (int entries = format.rootEntries() - perSector; entries >= needed; entries -= perSector) {
      if (entries > 0 && fits(format.withRootEntries(entries), names)) {
        return entries;
      }
    }
    return 0;
  }

  /** Returns the largest smaller cluster with which the tree fits, in sectors, or 0. */
  private int clusterThatFits() {
    for (int sectors = layout.geometry().sectorsPerCluster() / 2; sectors > 0; sectors /= 2) {
      if (fits(format.withSectorsPerCluster(sectors), names)) {
        return sectors;
      }
    }
    return 0;
  }

  /** Returns the smallest file or directory without which the tree fits, or nothing. */
  private String dispensable() {
    Weights weights = Weights.of(root, layout.geometry());
    long over = layout.clustersNeeded() - layout.geometry().clusters();
    for (String path : weights.pathsFrom(over)) {
      if (fits(format, NamedTree.of(Weights.without(root, path)))) {
        return path;
      }
    }
    return "";
  }

  private boolean fits(FormatRequest other, NamedTree tree) {
    return GeometryRule.accepts(other)
        && Layout.of(tree, GeometryRule.geometry(other), label).fits();
  }
}
