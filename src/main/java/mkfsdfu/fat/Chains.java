package mkfsdfu.fat;

/**
 * Follows the chains of a volume, each cluster belonging to the first chain that reaches it. So all
 * chains together take no more steps than there are clusters, and a given number more, however
 * often the FAT leads them in circles or into each other.
 */
final class Chains {
  private final AllocationTable table;
  private final int[] owners;
  private int sharedSteps;
  private int last;

  /**
   * Starts with no cluster taken.
   *
   * @param sharedSteps how many clusters may be walked, in all, that another chain has already; 0
   *     ends each chain where it meets another
   */
  Chains(AllocationTable table, int sharedSteps) {
    this.table = table;
    this.owners = new int[table.end()];
    this.sharedSteps = sharedSteps;
  }

  /** Returns the chain that begins at a cluster, which may be any number. */
  Chain follow(int first) {
    Chain chain = new Chain(++last);
    int at = first;
    int cluster = first;
    while (true) {
      if (!table.isCluster(cluster)) {
        chain.breakAt(Chain.Fault.RANGE, at, cluster);
        return chain;
      }
      if (owners[cluster] == chain.id()) {
        chain.breakAt(Chain.Fault.CYCLE, at, cluster);
        return chain;
      }
      if (owners[cluster] == 0) {
        owners[cluster] = chain.id();
      } else {
        chain.breakAt(Chain.Fault.CROSS_LINK, cluster, owners[cluster]);
        if (sharedSteps == 0) {
          return chain;
        }
        sharedSteps--;
      }
      // The driver reads a cluster before it asks the FAT what follows.
      chain.add(cluster);
      int entry = table.entry(cluster);
      if (table.isEnd(entry)) {
        return chain;
      }
      if (entry == AllocationTable.FREE || table.isBad(entry)) {
        chain.breakAt(
            entry == AllocationTable.FREE ? Chain.Fault.FREE : Chain.Fault.BAD, cluster, entry);
        return chain;
      }
      at = cluster;
      cluster = entry;
    }
  }

  /** Tells whether a cluster belongs to a chain that was followed. */
  boolean isTaken(int cluster) {
    return owners[cluster] != 0;
  }
}
