package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;

/** Judges the clusters of each file and directory, and then those that belong to none. */
final class ChainCheck {
  private final Geometry geometry;
  private final AllocationTable table;
  private final Findings findings;
  private final int clustersThere;
  private final Chains chains;

  /** Whose each chain is, by its number less 1, as far as it has clusters of its own. */
  private final List<Place> owners = new ArrayList<>();

  ChainCheck(long volumeBytes, Geometry geometry, AllocationTable table, Findings findings) {
    this.geometry = geometry;
    this.table = table;
    this.findings = findings;
    this.clustersThere = geometry.clustersWithin(volumeBytes);
    this.chains = new Chains(table, 0);
  }

  /** Judges the chain of an entry against its size, and returns it. */
  Chain add(Place place, DirectoryScan scan) {
    int first = scan.firstCluster();
    Chain chain = Chain.EMPTY;
    if (first != 0) {
      chain = chains.follow(first);
      owners.add(chain.clusters() > 0 ? place : null);
      addFault(place, first, chain);
      addMissing(place, chain);
    }
    if (scan.isDirectory()) {
      addDirectory(place, scan, first);
    } else {
      addSize(place, scan, chain);
    }
    return chain;
  }

  private void addFault(Place place, int first, Chain chain) {
    int at = chain.faultAt();
    switch (chain.fault()) {
      case NONE -> {}
      case FREE ->
          findings.add(Rule.CHAIN_FREE, place, at, "cluster " + at + " of its chain is free");
      case BAD ->
          findings.add(Rule.CHAIN_BAD, place, at, "cluster " + at + " of its chain is marked bad");
      case CYCLE ->
          findings.add(
              Rule.CHAIN_CYCLE,
              place,
              at,
              "cluster " + at + " leads back to cluster " + chain.faultEntry());
      case CROSS_LINK ->
          findings.add(
              Rule.CROSS_LINK,
              place,
              at,
              "cluster " + at + " belongs to " + Place.path(owners.get(chain.faultEntry() - 1)));
      case RANGE ->
          findings.add(
              chain.clusters() == 0 ? Rule.FIRST_CLUSTER : Rule.CHAIN_RANGE,
              place,
              chain.clusters() == 0 ? first : at,
              (chain.clusters() == 0 ? "first cluster is " : "cluster " + at + " leads to ")
                  + chain.faultEntry()
                  + ", clusters are 2 to "
                  + (table.end() - 1));
    }
  }

  private void addMissing(Place place, Chain chain) {
    int past = Geometry.FIRST_CLUSTER + clustersThere;
    for (int run = 0; run < chain.runCount(); run++) {
      int last = chain.runFirst(run) + chain.runLength(run) - 1;
      if (last >= past) {
        int at = Math.max(past, chain.runFirst(run));
        findings.add(
            Rule.CLUSTER_MISSING, place, at, "cluster " + at + " lies past the end of the bytes");
        return;
      }
    }
  }

  private void addDirectory(Place place, DirectoryScan scan, int first) {
    if (first == 0) {
      findings.add(
          Rule.FIRST_CLUSTER, place, 0, "the directory's first cluster is 0, the root directory");
    }
    if (scan.bytes() != 0) {
      findings.add(
          Rule.DIRECTORY_SIZE, place, first, "size is " + scan.bytes() + ", a directory's is 0");
    }
  }

  private void addSize(Place place, DirectoryScan scan, Chain chain) {
    long needed = geometry.clustersFor(scan.bytes());
    int has = chain.clusters();
    if (scan.firstCluster() == 0 && needed > 0) {
      findings.add(
          Rule.FIRST_CLUSTER,
          place,
          0,
          "first cluster is 0, but the size is " + scan.bytes() + " bytes");
    } else if (chain.fault() == Chain.Fault.NONE && needed != has) {
      findings.add(
          needed > has ? Rule.SIZE_PAST_CHAIN : Rule.CHAIN_PAST_SIZE,
          place,
          scan.firstCluster(),
          "size is " + scan.bytes() + " bytes, " + needed + " clusters, but the chain has " + has);
    }
  }

  /** Tells whether a chain has a first cluster and the bytes of it are there. */
  boolean isThere(Chain chain) {
    return chain.clusters() > 0 && chain.runFirst(0) - Geometry.FIRST_CLUSTER < clustersThere;
  }

  /** Looks for clusters that are in use and belong to nothing, each run of them one finding. */
  void findLost() {
    int from = 0;
    for (int cluster = Geometry.FIRST_CLUSTER; cluster <= table.end(); cluster++) {
      boolean lost = cluster < table.end() && isLost(cluster);
      if (lost && from == 0) {
        from = cluster;
      } else if (!lost && from != 0) {
        findings.addForVolume(Rule.LOST_CLUSTERS, from, lost(from, cluster - from));
        from = 0;
      }
    }
  }

  private static String lost(int from, int clusters) {
    return clusters == 1
        ? "1 cluster from " + from + " is in use but belongs to no file"
        : clusters + " clusters from " + from + " are in use but belong to no file";
  }

  private boolean isLost(int cluster) {
    int entry = table.entry(cluster);
    if (entry == AllocationTable.FREE || chains.isTaken(cluster)) {
      return false;
    }
    if (table.isBad(entry)) {
      findings.addForVolume(Rule.BAD_CLUSTER, cluster, "cluster " + cluster + " is marked bad");
      return false;
    }
    return true;
  }
}
