package mkfsdfu.flash;

import java.util.List;

/**
 * Where a board keeps its filesystem: one volume whose blocks run through one or more segments of
 * flash.
 *
 * @param segments in the order of the volume's blocks, at least one, none overlapping another, each
 *     a positive multiple of the block size
 * @param blockBytes the size of a block, which is the volume's sector size, in bytes: 512 or 4096
 */
public record Partition(List<Region> segments, int blockBytes) {
  public Partition {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a partition has at least one segment");
    }
  }

  /** Returns where the volume's first byte lies. */
  public Address start() {
    return segments.get(0).start();
  }

  /** Returns the length of all segments together, in bytes. */
  public long bytes() {
    long sum = 0;
    for (Region segment : segments) {
      sum += segment.bytes();
    }
    return sum;
  }
}
