package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mkfsdfu.cli.FlashSpan.Kind;
import mkfsdfu.flash.EraseMap;

/**
 * Flash as a picture for a terminal: of each gapless stretch a bar with what lies in it, a ruler
 * with a mark where an erase sector starts, and a line for each part with its addresses.
 *
 * <p>Every part is at least one character wide, whatever its size. Where the sectors are few enough
 * to be marked, each is given one character before the rest of the width is shared out by size, so
 * that the small sectors at the start of an STM32F4 can be told apart beside the large ones.
 */
final class FlashPicture {
  /** Characters of a bar; with its indent it fits 80 columns. */
  private static final int WIDTH = 76;

  private static final int MOST_MARKS = WIDTH / 2;
  private static final String INDENT = "  ";
  private static final char MARK = '|';

  private final EraseMap map;
  private final List<FlashSpan> spans;

  private FlashPicture(EraseMap map, List<FlashSpan> spans) {
    this.map = map;
    this.spans = new ArrayList<>(spans);
    this.spans.sort(Comparator.comparing(span -> span.region().start()));
  }

  /**
   * Prints the picture.
   *
   * @param map the erase sectors; where they are not known, stretches end with what lies in them
   * @param spans what lies in the flash, in any order; none needs to lie in a sector
   */
  static void print(Console console, EraseMap map, List<FlashSpan> spans) {
    new FlashPicture(map, spans).print(console);
  }

  private void print(Console console) {
    for (FlashStretch stretch : FlashStretch.of(map, spans)) {
      console.line(stretch.heading());
      char[] bar = bar(stretch);
      StringBuilder painted = new StringBuilder(INDENT);
      for (int from = 0, to; from < bar.length; from = to) {
        to = from + 1;
        while (to < bar.length && bar[to] == bar[from]) {
          to++;
        }
        painted.append(Kind.painted(bar[from], to - from, console.colours()));
      }
      console.out().println(painted);
      if (marked(stretch)) {
        console.line(INDENT + ruler(stretch));
      }
      for (FlashSpan part : stretch.parts()) {
        String sign = Kind.painted(part.kind().sign(), 1, console.colours());
        console.out().println(INDENT + sign + " " + Escape.text(legend(part)));
      }
    }
  }

  private static String legend(FlashSpan part) {
    String size = FlashStretch.size(part.region().bytes());
    String used =
        part.usedBytes() < 0 ? "" : ", " + FlashStretch.size(part.usedBytes()) + " of it in use";
    String blanks = " ".repeat(Math.max(1, 12 - size.length()));
    return part.region() + blanks + size + INDENT + part.label() + used;
  }

  private static boolean marked(FlashStretch stretch) {
    return stretch.sectors() > 0 && stretch.sectors() <= MOST_MARKS;
  }

  private static String ruler(FlashStretch stretch) {
    char[] ruler = " ".repeat(WIDTH).toCharArray();
    long at = stretch.region().start().value();
    for (EraseMap.Run run : stretch.runs()) {
      for (int i = 0; i < run.count(); i++) {
        ruler[column(stretch, at)] = MARK;
        at += run.sectorBytes();
      }
    }
    return new String(ruler).stripTrailing();
  }

  private static char[] bar(FlashStretch stretch) {
    char[] bar = String.valueOf(Kind.FREE.sign()).repeat(WIDTH).toCharArray();
    List<FlashSpan> largestFirst = new ArrayList<>(stretch.spans());
    largestFirst.sort(Comparator.comparing((FlashSpan span) -> span.region().bytes()).reversed());
    for (FlashSpan span : largestFirst) {
      long start = span.region().start().value();
      long end = Math.min(span.region().end(), stretch.region().end());
      if (start >= end) {
        continue;
      }
      long used = span.usedBytes() < 0 ? end : Math.min(end, start + span.usedBytes());
      paint(bar, stretch, start, end, span.kind().restSign());
      paint(bar, stretch, start, used, span.kind().sign());
    }
    return bar;
  }

  private static void paint(char[] bar, FlashStretch stretch, long start, long end, char sign) {
    if (start >= end) {
      return;
    }
    int first = column(stretch, start);
    int last = (int) Math.ceil(position(stretch, end)) - 1;
    Arrays.fill(bar, first, Math.max(first, last) + 1, sign);
  }

  /** Returns the column that an address of the stretch is in, 0 to WIDTH - 1. */
  private static int column(FlashStretch stretch, long address) {
    return (int) position(stretch, address);
  }

  /** Returns how far along the bar an address is, in columns, up to WIDTH for the stretch's end. */
  private static double position(FlashStretch stretch, long address) {
    double offset = address - stretch.region().start().value();
    if (!marked(stretch)) {
      return offset * WIDTH / stretch.region().bytes();
    }
    int shared = WIDTH - stretch.sectors();
    return stretch.sectorsBefore(address) + offset * shared / stretch.region().bytes();
  }
}
