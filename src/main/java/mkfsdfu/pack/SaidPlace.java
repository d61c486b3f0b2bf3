package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
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
  /**
   * Reads it.
   *
   * @throws UsageFailure if sizes are missing, given twice, or out of range
   */
  static SaidPlace of(PackRequest.Place wanted) {
    List<PackRequest.Segment> given = wanted.segments();
    if (given.isEmpty()) {
      return new SaidPlace(null, List.of(), wanted.bytes());
    }
    if (wanted.bytes() > 0 && given.size() > 1) {
      throw new UsageFailure(
          "--fs-size", "is for one --fs-addr", "give each its size: --fs-addr ADDR:SIZE");
    }
    List<Region> segments = new ArrayList<>();
    long bytes = 0;
    for (PackRequest.Segment segment : given) {
      long size = size(segment, wanted.bytes(), given.size());
      if (size > 0) {
        segments.add(region(segment.start(), size));
        bytes += size;
      }
    }
    return new SaidPlace(given.get(0).start(), segments, bytes);
  }

  private static long size(PackRequest.Segment segment, long bytes, int segments) {
    if (segment.bytes() > 0 && bytes > 0) {
      throw new UsageFailure(
          "--fs-size", "the size is given twice", "give it once, with --fs-addr or with --fs-size");
    }
    if (segment.bytes() == 0 && segments > 1) {
      throw new UsageFailure(
          "--fs-addr",
          segment.start() + " has no size",
          "give each of several segments its own: --fs-addr ADDR:SIZE");
    }
    return segment.bytes() > 0 ? segment.bytes() : bytes;
  }

  private static Region region(Address start, long bytes) {
    if (start.value() + bytes > Address.SPACE_BYTES) {
      throw new UsageFailure(
          "--fs-addr", bytes + " bytes from " + start + " leave 32 bits", "give a smaller size");
    }
    return new Region(start, bytes);
  }

  /** Tells whether both address and size were given. */
  boolean isComplete() {
    return !segments.isEmpty();
  }

  /** Tells whether it is several segments. */
  boolean isSplit() {
    return segments.size() > 1;
  }

  /**
   * Returns a known partition, cut to the size that was asked for. Segments stay in their order;
   * the last one that is needed is cut.
   *
   * @param known the partition
   * @param knower who knows it, for the message
   * @param where the firmware's file, for the message
   * @throws DataFailure if another address or a larger size was asked for
   */
  Partition cut(Partition known, String knower, String where) {
    if (start != null && start.value() != known.start().value()) {
      throw new DataFailure(
          where,
          "--fs-addr " + start + ", but " + knower + " keeps its filesystem at " + known.start(),
          "leave --fs-addr out; with a size and --force it is done all the same");
    }
    if (bytes > known.bytes()) {
      throw new DataFailure(
          where,
          bytes
              + " bytes asked for, but "
              + knower
              + " has "
              + known.bytes()
              + " for its filesystem",
          "ask for no more; with --fs-addr ADDR:SIZE and --force it is done all the same");
    }
    if (bytes == 0 || bytes == known.bytes()) {
      return known;
    }
    List<Region> cut = new ArrayList<>();
    long left = bytes;
    for (Region segment : known.segments()) {
      if (left > 0) {
        cut.add(new Region(segment.start(), Math.min(left, segment.bytes())));
        left -= segment.bytes();
      }
    }
    return new Partition(cut, known.blockBytes());
  }
}
