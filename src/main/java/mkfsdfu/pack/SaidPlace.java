package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;

/**
 * What the command line says of the filesystem's place.
 *
 * @param start its address, or null if none was given
 * @param segments its segments, if all have a size; otherwise none
 * @param bytes its size, or 0 if none was given
 */
record SaidPlace(Address start, List<Region> segments, long bytes) {
  private static final String ADDRESS = "--fs-addr";
  private static final String SIZE = "--fs-size";

  /**
   * Reads it.
   *
   * @throws UsageFailure if sizes are missing, given twice or out of range, or segments overlap
   */
  static SaidPlace of(PackRequest.Place wanted) {
    List<PackRequest.Segment> given = wanted.segments();
    if (given.isEmpty()) {
      return new SaidPlace(null, List.of(), wanted.bytes());
    }
    if (wanted.bytes() > 0 && given.size() > 1) {
      throw new UsageFailure(SIZE, "is for one --fs-addr", "give each its size: " + form());
    }
    List<Region> segments = new ArrayList<>();
    long bytes = 0;
    for (PackRequest.Segment segment : given) {
      long size = size(segment, wanted.bytes(), given.size());
      if (size > 0) {
        add(segments, region(segment.start(), size));
        bytes += size;
      }
    }
    return new SaidPlace(given.get(0).start(), segments, bytes);
  }

  private static String form() {
    return ADDRESS + " ADDR:SIZE";
  }

  private static long size(PackRequest.Segment segment, long bytes, int segments) {
    if (segment.bytes() > 0 && bytes > 0) {
      throw new UsageFailure(
          SIZE, "the size is given twice", "give it once, with --fs-addr or with --fs-size");
    }
    if (segment.bytes() == 0 && segments > 1) {
      throw new UsageFailure(
          ADDRESS,
          segment.start() + " has no size",
          "give each of several segments its own: " + form());
    }
    return segment.bytes() > 0 ? segment.bytes() : bytes;
  }

  private static Region region(Address start, long bytes) {
    if (start.value() + bytes > Address.SPACE_BYTES) {
      throw new UsageFailure(
          ADDRESS, bytes + " bytes from " + start + " leave 32 bits", "give a smaller size");
    }
    return new Region(start, bytes);
  }

  private static void add(List<Region> segments, Region segment) {
    for (Region other : segments) {
      if (other.overlaps(segment)) {
        throw new UsageFailure(
            ADDRESS, segment + " overlaps " + other, "give segments that lie apart");
      }
    }
    segments.add(segment);
  }

  /** Tells whether both address and size were given. */
  boolean isComplete() {
    return !segments.isEmpty();
  }

  /**
   * Returns what was said as a partition, nobody else being asked.
   *
   * @param blockBytes the board's block size
   * @throws UsageFailure if a segment does not consist of whole blocks
   */
  Partition literally(int blockBytes) {
    for (Region segment : segments) {
      wholeBlocks(segment.bytes(), blockBytes);
      if (segment.start().value() % blockBytes != 0) {
        throw new UsageFailure(
            ADDRESS,
            segment.start() + " is not the start of a block of " + blockBytes + " bytes",
            "give a multiple of " + blockBytes);
      }
    }
    return new Partition(segments, blockBytes);
  }

  private static void wholeBlocks(long bytes, int blockBytes) {
    if (bytes % blockBytes != 0) {
      throw new UsageFailure(
          SIZE,
          bytes + " bytes are not whole blocks of " + blockBytes,
          "give a multiple of " + blockBytes);
    }
  }

  /**
   * Returns what contradicts a known partition; empty if nothing does. A smaller volume does not:
   * the board mounts it.
   *
   * @param knower who knows it
   */
  String against(Partition known, String knower) {
    if (start != null) {
      String elsewhere = elsewhere(ADDRESS, start, known, knower);
      if (!elsewhere.isEmpty()) {
        return elsewhere;
      }
    }
    String tooLarge = tooLarge(bytes + " bytes are asked for", bytes, known, knower);
    if (!tooLarge.isEmpty() || segments.size() < 2) {
      return tooLarge;
    }
    return segments.equals(firstBytes(known.segments(), bytes))
        ? ""
        : "segments " + segments + ", but " + knower + " has " + known.segments();
  }

  /** Returns what in one partition contradicts another; empty if nothing does. */
  static String contradiction(Partition one, String sayer, Partition known, String knower) {
    String elsewhere = elsewhere(sayer, one.start(), known, knower);
    return elsewhere.isEmpty()
        ? tooLarge(sayer + " has " + one.bytes() + " bytes", one.bytes(), known, knower)
        : elsewhere;
  }

  private static String elsewhere(String sayer, Address start, Partition known, String knower) {
    return start.value() == known.start().value()
        ? ""
        : sayer + " says " + start + ", but " + knower + " has its filesystem at " + known.start();
  }

  private static String tooLarge(String what, long bytes, Partition known, String knower) {
    return bytes <= known.bytes()
        ? ""
        : what + ", but " + knower + " has " + known.bytes() + " for its filesystem";
  }

  /**
   * Returns a known partition, or as much of it as was asked for: its segments in their order, the
   * last one that is needed cut short.
   *
   * @throws UsageFailure if the size does not consist of whole blocks
   */
  Partition within(Partition known) {
    if (bytes == 0 || bytes == known.bytes()) {
      return known;
    }
    wholeBlocks(bytes, known.blockBytes());
    return new Partition(firstBytes(known.segments(), bytes), known.blockBytes());
  }

  private static List<Region> firstBytes(List<Region> segments, long bytes) {
    List<Region> first = new ArrayList<>();
    long left = bytes;
    for (Region segment : segments) {
      if (left > 0) {
        first.add(new Region(segment.start(), Math.min(left, segment.bytes())));
        left -= segment.bytes();
      }
    }
    return first;
  }

  /**
   * Returns a known partition with its last segment made longer, as was asked for.
   *
   * @throws UsageFailure if it would leave 32 bits, or does not consist of whole blocks
   */
  Partition beyond(Partition known) {
    wholeBlocks(bytes, known.blockBytes());
    List<Region> longer = new ArrayList<>(known.segments());
    Region last = longer.remove(longer.size() - 1);
    longer.add(region(last.start(), last.bytes() + bytes - known.bytes()));
    return new Partition(longer, known.blockBytes());
  }
}
