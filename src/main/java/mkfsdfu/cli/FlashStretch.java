package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.cli.FlashSpan.Kind;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Region;

/**
 * A stretch of addresses that is drawn as one bar.
 *
 * @param region its addresses
 * @param runs its erase sectors; none if they are not known
 * @param spans what starts in it, by address
 */
record FlashStretch(Region region, List<EraseMap.Run> runs, List<FlashSpan> spans) {
  /** Addresses with the same upper byte are taken for one chip where no sectors are known. */
  private static final int CHIP_SHIFT = 24;

  /**
   * Returns a stretch for each gapless flash, and further ones for what lies in none.
   *
   * @param spans by address
   */
  static List<FlashStretch> of(EraseMap map, List<FlashSpan> spans) {
    List<FlashStretch> stretches = new ArrayList<>();
    for (EraseMap.Run run : map.runs()) {
      Region flash = map.flashAt(run.start()).orElseThrow();
      if (flash.start().equals(run.start())) {
        stretches.add(new FlashStretch(flash, runsIn(map, flash), startingIn(flash, spans)));
      }
    }
    List<FlashSpan> rest = new ArrayList<>();
    for (FlashSpan span : spans) {
      if (map.flashAt(span.region().start()).isPresent()) {
        continue;
      }
      if (!rest.isEmpty() && chip(rest.get(0)) != chip(span)) {
        stretches.add(around(rest));
        rest = new ArrayList<>();
      }
      rest.add(span);
    }
    if (!rest.isEmpty()) {
      stretches.add(around(rest));
    }
    return stretches;
  }

  private static List<EraseMap.Run> runsIn(EraseMap map, Region flash) {
    List<EraseMap.Run> runs = new ArrayList<>();
    for (EraseMap.Run run : map.runs()) {
      if (flash.contains(run.start())) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static List<FlashSpan> startingIn(Region flash, List<FlashSpan> spans) {
    List<FlashSpan> inside = new ArrayList<>();
    for (FlashSpan span : spans) {
      if (flash.contains(span.region().start())) {
        inside.add(span);
      }
    }
    return inside;
  }

  private static long chip(FlashSpan span) {
    return span.region().start().value() >> CHIP_SHIFT;
  }

  private static FlashStretch around(List<FlashSpan> spans) {
    Address start = spans.get(0).region().start();
    long end = start.value() + 1;
    for (FlashSpan span : spans) {
      end = Math.max(end, span.region().end());
    }
    return new FlashStretch(new Region(start, end - start.value()), List.of(), spans);
  }

  /** Returns what the stretch is, on one line. */
  String heading() {
    StringBuilder text = new StringBuilder(region + ", " + size(region.bytes()));
    if (runs.isEmpty()) {
      return text.append(", erase sectors not known").toString();
    }
    text.append(", erase sectors");
    for (EraseMap.Run run : runs) {
      text.append(' ').append(run.count()).append('x').append(sectorSize(run.sectorBytes()));
    }
    return text.toString();
  }

  private static String sectorSize(int bytes) {
    return bytes % 1024 == 0 ? bytes / 1024 + "K" : bytes + "B";
  }

  /** Returns a size for people: {@code 112.0 KiB}, or {@code 8 B}. */
  static String size(long bytes) {
    return bytes < 1024 ? bytes + " B" : Numbers.kib(bytes);
  }

  /** Returns how many erase sectors there are. */
  int sectors() {
    int sectors = 0;
    for (EraseMap.Run run : runs) {
      sectors += run.count();
    }
    return sectors;
  }

  /** Returns how many sectors lie before an address of the stretch; a part of one counts so. */
  double sectorsBefore(long address) {
    double sectors = 0;
    for (EraseMap.Run run : runs) {
      long inside = Math.min(address - run.start().value(), run.region().bytes());
      sectors += inside <= 0 ? 0 : (double) inside / run.sectorBytes();
    }
    return sectors;
  }

  /** Returns what lies in the stretch and what is free, by address. */
  List<FlashSpan> parts() {
    List<FlashSpan> parts = new ArrayList<>();
    long end = region.start().value();
    for (FlashSpan span : spans) {
      addFree(parts, end, span.region().start().value());
      parts.add(span);
      end = Math.max(end, span.region().end());
    }
    addFree(parts, end, region.end());
    return parts;
  }

  private void addFree(List<FlashSpan> parts, long start, long end) {
    if (start < end) {
      Region gap = new Region(new Address(start), end - start);
      parts.add(new FlashSpan(gap, Kind.FREE, freeLabel(gap)));
    }
  }

  /** Only whole sectors are of use: writing into another one erases what lies there already. */
  private String freeLabel(Region gap) {
    EraseMap map = new EraseMap(runs);
    if (map.isUnknown()) {
      return "nothing";
    }
    Optional<Region> first = map.sectorAt(gap.start());
    Optional<Region> last = map.sectorAt(new Address(gap.end() - 1));
    long start = first.orElseThrow().start().equals(gap.start()) ? gap.start().value() : end(first);
    long end = end(last) == gap.end() ? gap.end() : last.orElseThrow().start().value();
    if (start >= end) {
      return "free, but not a whole erase sector";
    }
    return start == gap.start().value() && end == gap.end()
        ? "free"
        : "free, whole erase sectors " + new Region(new Address(start), end - start);
  }

  private static long end(Optional<Region> sector) {
    return sector.orElseThrow().end();
  }
}
