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
  private final NamedTree names;
  private final Layout layout;
  private final Weights weights;

  private Capacity(VolumeDirectory root, Layout layout) {
    this.names = layout.tree();
    this.layout = layout;
    this.weights = Weights.of(root, layout.geometry());
  }

  /**
   * Demands that a tree fits.
   *
   * @param where what the tree is called in the message
   * @param place where the volume goes, and why there
   * @return how it lies in the geometry that it fits into
   * @throws DataFailure if it does not fit
   */
  static Layout demand(
      String where,
      Place place,
      VolumeDirectory root,
      FormatRequest format,
      NamedTree names,
      VolumeLabel label) {
    Layout layout = Layout.of(names, GeometryRule.geometry(format), label);
    if (layout.fits()) {
      return layout;
    }
    Capacity capacity = new Capacity(root, layout);
    List<String> ways = new WaysOut(root, format, label, layout).list();
    List<String> details = new ArrayList<>(capacity.sum());
    details.add("volume at " + place.partition().start() + ": " + place.decidedBy());
    for (Remark remark : place.remarks()) {
      details.add(remark.text());
    }
    for (int i = 1; i < ways.size(); i++) {
      details.add("or: " + ways.get(i));
    }
    throw new DataFailure(
        where,
        "does not fit: " + capacity.excess(),
        ways.isEmpty() ? "leave files out, or make them smaller" : ways.get(0),
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
        counted(names.files(), "file", "files")
            + " and "
            + counted(names.directories(), "directory", "directories")
            + " take "
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
    sum.add("largest files: " + weights.largestFiles());
    if (names.directories() > 0) {
      sum.add("largest directories: " + weights.largestDirectories());
    }
    return sum;
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
