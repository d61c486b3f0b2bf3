package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.Reach;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;

/**
 * What is safe to assume of a filesystem of which only the address is known.
 *
 * @param partition a place that every board known with a filesystem there has
 * @param note what that means for the user
 */
record SmallestKnown(Partition partition, String note) {
  private static final int DEFAULT_BLOCK_BYTES = 512;

  /**
   * Looks it up.
   *
   * @throws UsageFailure if no board is known with a filesystem there, or the boards' blocks differ
   */
  static SmallestKnown at(Address start, BoardCatalog catalog) {
    List<BoardBuild> builds = catalog.withFilesystemAt(start);
    if (builds.isEmpty()) {
      throw new UsageFailure(
          "--fs-addr",
          "no board is known with a filesystem at " + start,
          "give its size too: --fs-addr " + start + ":SIZE");
    }
    int blockBytes = blockBytes(start, builds);
    Partition smallest = partition(builds.get(0));
    long common = smallest.bytes();
    for (BoardBuild build : builds) {
      if (!partition(build).segments().equals(smallest.segments())) {
        // Where one board goes on in a second segment and another does not, only the first is safe.
        common = Math.min(common, smallest.segments().get(0).bytes());
        common = Math.min(common, partition(build).segments().get(0).bytes());
      }
    }
    if (common < smallest.bytes()) {
      smallest = new Partition(List.of(new Region(start, common)), blockBytes);
    }
    return new SmallestKnown(smallest, note(smallest, builds));
  }

  /**
   * Returns the block size of the boards known with a filesystem at an address; where there are
   * none, that of most boards.
   *
   * @throws UsageFailure if they differ
   */
  static int blockBytes(Address start, BoardCatalog catalog) {
    return blockBytes(start, catalog.withFilesystemAt(start));
  }

  private static int blockBytes(Address start, List<BoardBuild> builds) {
    int blockBytes = 0;
    for (BoardBuild build : builds) {
      int other = partition(build).blockBytes();
      if (blockBytes != 0 && blockBytes != other) {
        throw new UsageFailure(
            "--fs-addr",
            "boards with a filesystem at "
                + start
                + " have blocks of "
                + blockBytes
                + " bytes or of "
                + other,
            "give --board NAME");
      }
      blockBytes = other;
    }
    return blockBytes == 0 ? DEFAULT_BLOCK_BYTES : blockBytes;
  }

  private static Partition partition(BoardBuild build) {
    return ((Reach.Reachable) build.reach()).partition();
  }

  private static String note(Partition smallest, List<BoardBuild> builds) {
    String size = Numbers.kib(smallest.bytes());
    List<String> larger = larger(smallest, builds);
    if (larger.isEmpty()) {
      return "all boards known with a filesystem at " + smallest.start() + " have " + size;
    }
    return "the board is not known; "
        + size
        + " at "
        + smallest.start()
        + " fit all known. More have: "
        + String.join("; ", larger)
        + ". --board NAME takes all of it";
  }

  /**
   * Returns the boards with more, those of a size together; the builds come smallest first, and
   * those of a board next to each other.
   */
  private static List<String> larger(Partition smallest, List<BoardBuild> builds) {
    List<String> larger = new ArrayList<>();
    long bytes = smallest.bytes();
    String board = "";
    for (BoardBuild build : builds) {
      long more = partition(build).bytes();
      if (more == smallest.bytes() || (more == bytes && build.board().equals(board))) {
        continue;
      }
      if (more == bytes) {
        int last = larger.size() - 1;
        larger.set(last, larger.get(last) + ", " + build.name());
      } else {
        larger.add(Numbers.kib(more) + " " + build.name());
        bytes = more;
      }
      board = build.board();
    }
    return larger;
  }
}
