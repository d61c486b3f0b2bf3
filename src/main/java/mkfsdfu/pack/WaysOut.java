package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.fat.FormatRequest;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.GeometryRule;
import mkfsdfu.fat.Layout;
import mkfsdfu.fat.NamedTree;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeLabel;
import mkfsdfu.flash.Numbers;

/**
 * What would make a tree fit that does not. Nothing here is guessed: each way has been laid out,
 * and fits.
 */
final class WaysOut {
  /** Volumes up to here are tried; FAT16 ends at 2 GiB. */
  private static final long MOST_BYTES = 1L << 30;

  private final VolumeDirectory root;
  private final FormatRequest format;
  private final VolumeLabel label;
  private final Layout layout;

  /**
   * Looks for ways out.
   *
   * @param root the tree
   * @param format how it was to be formatted
   * @param layout how it was laid out; it does not fit
   */
  WaysOut(VolumeDirectory root, FormatRequest format, VolumeLabel label, Layout layout) {
    this.root = root;
    this.format = format;
    this.label = label;
    this.layout = layout;
  }

  /** Returns them in words, those first that lose nothing; none if there is no single step. */
  List<String> list() {
    List<String> ways = new ArrayList<>();
    int entries = entriesThatFit();
    if (entries > 0) {
      ways.add("--root-entries " + entries + " would make it fit");
    }
    int sectors = clusterThatFits();
    if (sectors > 0) {
      ways.add("--sectors-per-cluster " + sectors + " would make it fit");
    }
    List<String> paths = dispensable();
    if (!paths.isEmpty()) {
      ways.add("without " + String.join(" and ", paths) + " it fits");
    }
    FormatRequest larger = largerThatFits();
    if (larger != null) {
      ways.add(
          "a volume of "
              + Numbers.kib(larger.volumeBytes())
              + " ("
              + larger.volumeBytes()
              + " bytes) "
              + (larger.rootEntries() == format.rootEntries()
                  ? ""
                  : "with --root-entries " + larger.rootEntries() + " ")
              + "would hold it");
    }
    return ways;
  }

  /**
   * Returns the number of root entries nearest to the one asked for with which the tree fits, or 0.
   */
  private int entriesThatFit() {
    int needed = entriesNeeded();
    if (needed > FormatRequest.MOST_ROOT_ENTRIES) {
      return 0;
    }
    if (needed > format.rootEntries()) {
      return fits(format.withRootEntries(needed)) ? needed : 0;
    }
    int step = entriesPerSector();
    for (int entries = format.rootEntries() - step; entries >= needed; entries -= step) {
      if (fits(format.withRootEntries(entries))) {
        return entries;
      }
    }
    return 0;
  }

  private int entriesNeeded() {
    int step = entriesPerSector();
    return (Math.max(1, layout.rootSlotsNeeded()) + step - 1) / step * step;
  }

  private int entriesPerSector() {
    return format.sectorBytes() / Geometry.SLOT_BYTES;
  }

  /** Returns the largest smaller cluster with which the tree fits, in sectors, or 0. */
  private int clusterThatFits() {
    for (int sectors = layout.geometry().sectorsPerCluster() / 2; sectors > 0; sectors /= 2) {
      if (fits(format.withSectorsPerCluster(sectors))) {
        return sectors;
      }
    }
    return 0;
  }

  /** Returns the smallest file or directory without which the tree fits, or else a few large. */
  private List<String> dispensable() {
    Weights weights = Weights.of(root, layout.geometry());
    long over = layout.clustersNeeded() - layout.geometry().clusters();
    for (String path : weights.pathsFrom(over)) {
      if (fitsWithout(List.of(path))) {
        return List.of(path);
      }
    }
    List<String> largest = new ArrayList<>();
    for (String path : weights.largest()) {
      largest.add(path);
      if (fitsWithout(largest)) {
        return largest;
      }
    }
    return List.of();
  }

  private boolean fitsWithout(List<String> paths) {
    VolumeDirectory rest = root;
    for (String path : paths) {
      rest = Weights.without(rest, path);
    }
    return fits(format, NamedTree.of(rest));
  }

  /**
   * Returns a larger volume that the tree fits into, near the smallest, with more root entries if
   * they are too few; null if there is none.
   */
  private FormatRequest largerThatFits() {
    int entries = Math.max(format.rootEntries(), entriesNeeded());
    if (entries > FormatRequest.MOST_ROOT_ENTRIES) {
      return null;
    }
    FormatRequest roomy = format.withRootEntries(entries);
    long least = format.volumeBytes();
    long enough = least;
    do {
      enough *= 2;
      if (enough > MOST_BYTES) {
        return null;
      }
    } while (!fits(roomy.withVolumeBytes(enough)));
    while (enough - least > format.sectorBytes()) {
      long middle = least + (enough - least) / 2 / format.sectorBytes() * format.sectorBytes();
      if (fits(roomy.withVolumeBytes(middle))) {
        enough = middle;
      } else {
        least = middle;
      }
    }
    return roomy.withVolumeBytes(enough);
  }

  private boolean fits(FormatRequest other) {
    return fits(other, layout.tree());
  }

  private boolean fits(FormatRequest other, NamedTree tree) {
    return GeometryRule.accepts(other)
        && Layout.of(tree, GeometryRule.geometry(other), label).fits();
  }
}
