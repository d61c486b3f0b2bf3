package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.flash.Numbers;

/**
 * How much of a volume each file and each directory with all that it holds takes. Needed only when
 * a tree does not fit.
 */
final class Weights {
  private static final int MOST_NAMED = 5;

  /** Paths tried one by one: the smallest that could be enough, and a few more. */
  private static final int MOST_TRIED = 8;

  private final Geometry geometry;
  private final List<Weight> weights = new ArrayList<>();

  /**
   * What one path takes.
   *
   * @param path a directory's ends in a slash
   * @param clusters its own, and those of all that it holds
   */
  private record Weight(String path, long clusters) {
    boolean holds(Weight other) {
      return path.endsWith("/") && other.path.startsWith(path);
    }
  }

  private Weights(Geometry geometry) {
    this.geometry = geometry;
  }

  static Weights of(VolumeDirectory root, Geometry geometry) {
    Weights weights = new Weights(geometry);
    weights.add(root, "");
    weights.weights.sort(
        Comparator.comparingLong(Weight::clusters)
            .thenComparing(Weight::path, Comparator.reverseOrder()));
    return weights;
  }

  private long add(VolumeDirectory directory, String prefix) {
    long sum = 0;
    for (VolumeEntry entry : directory.entries()) {
      String path = prefix + entry.name();
      long clusters;
      if (entry instanceof VolumeDirectory child) {
        path += "/";
        // At least one cluster is the directory's own; what else it takes hardly counts here.
        clusters = 1 + add(child, path);
      } else {
        clusters = geometry.clustersFor(((VolumeFile) entry).content().bytes());
      }
      weights.add(new Weight(path, clusters));
      sum += clusters;
    }
    return sum;
  }

  /** Returns the heaviest files in words, wherever they lie. */
  String largestFiles() {
    return words(heaviest(path -> !path.endsWith("/")));
  }

  /** Returns the heaviest directories in words; none lies in another. */
  String largestDirectories() {
    return words(heaviest(path -> path.endsWith("/")));
  }

  /** Returns the paths of the heaviest files and directories; none lies in another. */
  List<String> largest() {
    return heaviest(path -> true).stream().map(Weight::path).toList();
  }

  private List<Weight> heaviest(Predicate<String> wanted) {
    List<Weight> found = new ArrayList<>();
    for (int i = weights.size() - 1; i >= 0 && found.size() < MOST_NAMED; i--) {
      Weight weight = weights.get(i);
      boolean inside = found.stream().anyMatch(other -> other.holds(weight));
      if (wanted.test(weight.path()) && !inside) {
        found.add(weight);
      }
    }
    return found;
  }

  private String words(List<Weight> found) {
    List<String> words = new ArrayList<>();
    for (Weight weight : found) {
      words.add(weight.path() + " " + Numbers.kib(weight.clusters() * geometry.clusterBytes()));
    }
    return String.join(", ", words);
  }

  /** Returns the lightest paths that take at least so many clusters. */
  List<String> pathsFrom(long clusters) {
    List<String> paths = new ArrayList<>();
    for (Weight weight : weights) {
      if (weight.clusters() >= clusters && paths.size() < MOST_TRIED) {
        paths.add(weight.path());
      }
    }
    return paths;
  }

  /** Returns a tree without one of its paths. */
  static VolumeDirectory without(VolumeDirectory directory, String path) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String rest = slash < 0 ? "" : path.substring(slash + 1);
    List<VolumeEntry> entries = new ArrayList<>();
    for (VolumeEntry entry : directory.entries()) {
      if (!entry.name().equals(name)) {
        entries.add(entry);
      } else if (!rest.isEmpty() && entry instanceof VolumeDirectory child) {
        entries.add(without(child, rest));
      }
    }
    return new VolumeDirectory(directory.name(), directory.modified(), entries);
  }
}
