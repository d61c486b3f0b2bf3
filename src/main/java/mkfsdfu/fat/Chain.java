package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The clusters of a file or directory in their order, as far as the FAT can be followed. */
final class Chain {
  /** Why a chain could not be followed to an end mark. */
  enum Fault {
    /** It ends as it should. */
    NONE,
    /** Its last cluster is free by the FAT. */
    FREE,
    /** It leads to a number that no cluster has. */
    RANGE,
    /** Its last cluster is marked bad. */
    BAD,
    /** It leads back into itself. */
    CYCLE,
    /** It leads into another chain. */
    CROSS_LINK
  }

  /** No clusters, as an empty file has. */
  static final Chain EMPTY = new Chain(0);

  private final int id;
  private int[] runs = {};
  private int runCount;
  private int clusters;
  private Fault fault = Fault.NONE;
  private int faultAt = Finding.NO_CLUSTER;
  private int faultEntry;

  Chain(int id) {
    this.id = id;
  }

  void add(int cluster) {
    int last = 2 * runCount - 2;
    if (runCount > 0 && runs[last] + runs[last + 1] == cluster) {
      runs[last + 1]++;
    } else {
      if (runs.length == 2 * runCount) {
        runs = Arrays.copyOf(runs, runCount == 0 ? 2 : 4 * runCount);
      }
      runs[2 * runCount] = cluster;
      runs[2 * runCount + 1] = 1;
      runCount++;
    }
    clusters++;
  }

  void breakAt(Fault why, int cluster, int entry) {
    fault = why;
    faultAt = cluster;
    faultEntry = entry;
  }

  /** Returns its number among the chains of the volume, from 1. */
  int id() {
    return id;
  }

  /** Returns how many clusters there are before the end or the fault. */
  int clusters() {
    return clusters;
  }

  /** Returns how many runs of neighbours they make. */
  int runCount() {
    return runCount;
  }

  /** Returns the first cluster of a run. */
  int runFirst(int run) {
    return runs[2 * run];
  }

  /** Returns how many clusters a run has. */
  int runLength(int run) {
    return runs[2 * run + 1];
  }

  Fault fault() {
    return fault;
  }

  /** Returns the last cluster before the fault, or the number that should have been the first. */
  int faultAt() {
    return faultAt;
  }

  /** Returns the number that the fault leads to; for a cross link, the chain it leads into. */
  int faultEntry() {
    return faultEntry;
  }

  List<ClusterRun> runs() {
    List<ClusterRun> list = new ArrayList<>(runCount);
    for (int run = 0; run < runCount; run++) {
      list.add(new ClusterRun(runFirst(run), runLength(run)));
    }
    return list;
  }
}
