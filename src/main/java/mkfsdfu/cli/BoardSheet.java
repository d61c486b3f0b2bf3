package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FlashFilesystem;
import mkfsdfu.board.Loader;
import mkfsdfu.board.Reach;
import mkfsdfu.board.Storage;
import mkfsdfu.cli.FlashSpan.Kind;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Region;

/** All that is known of a board: builds that differ only in their name together, with a picture. */
final class BoardSheet {
  private static final int NAME_COLUMNS = 12;

  private final Console console;

  private BoardSheet(Console console) {
    this.console = console;
  }

  /**
   * Prints it.
   *
   * @param builds of one board, at least one
   */
  static void print(Console console, List<BoardBuild> builds) {
    BoardSheet sheet = new BoardSheet(console);
    List<BoardBuild> left = new ArrayList<>(builds);
    while (!left.isEmpty()) {
      BoardBuild first = left.get(0);
      List<BoardBuild> alike = left.stream().filter(build -> areAlike(first, build)).toList();
      left.removeAll(alike);
      sheet.print(alike);
      if (!left.isEmpty()) {
        console.line("");
      }
    }
  }

  private static boolean areAlike(BoardBuild one, BoardBuild other) {
    return one.loader() == other.loader()
        && one.banner().equals(other.banner())
        && one.firmware().equals(other.firmware())
        && one.filesystem().equals(other.filesystem())
        && one.eraseMap().equals(other.eraseMap());
  }

  private void print(List<BoardBuild> alike) {
    BoardBuild build = alike.get(0);
    console.line(alike.stream().map(BoardBuild::name).collect(Collectors.joining(", ")));
    line(
        "build name",
        alike.stream().map(BoardBuild::buildName).distinct().collect(Collectors.joining(", ")));
    line("banner", build.banner());
    line("loader", loader(build.loader()));
    line(
        "firmware",
        build.firmware().stream().map(Address::toString).collect(Collectors.joining(", ")));
    filesystem(build.filesystem());
    reach(build.reach(), BoardList.reach(build));
    if (build.eraseMap().isUnknown()) {
      line("flash", "erase sectors not known");
    } else {
      console.line("");
      FlashPicture.print(console, build.eraseMap(), spans(build));
    }
  }

  private void line(String name, String value) {
    console.line("  " + name + " ".repeat(NAME_COLUMNS - name.length()) + value);
  }

  private static String loader(Loader loader) {
    return switch (loader) {
      case ROM -> "ST's, in the chip (internal flash only)";
      case MBOOT -> "mboot (refuses " + Reach.MBOOT_PROTECTS + ")";
      case OTHER -> "the board maker's own";
      case NONE -> "none: the chip has no USB";
    };
  }

  private void filesystem(FlashFilesystem filesystem) {
    if (filesystem.storage() == Storage.NONE) {
      line("filesystem", "none in flash");
      return;
    }
    String kept =
        filesystem.storage() == Storage.INTERNAL
            ? "internal flash"
            : "external chip (" + filesystem.storage().word() + ")";
    for (Region segment : filesystem.segments()) {
      String place = filesystem.addressed() ? segment.toString() : "offset " + segment;
      line("filesystem", place + ", " + Numbers.kib(segment.bytes()) + ", " + kept);
    }
    if (filesystem.segments().isEmpty()) {
      line("filesystem", "in " + kept + ", it is not known where");
    }
    line("block", filesystem.blockBytes() + " bytes");
    line(
        "formats as",
        filesystem.mounts().get(0) + " (mounts " + String.join(", ", filesystem.mounts()) + ")");
    line("label", label(filesystem));
  }

  private static String label(FlashFilesystem filesystem) {
    return filesystem.label().isEmpty()
        ? "none: '" + filesystem.wantedLabel() + "' is no FAT label"
        : filesystem.label();
  }

  private void reach(Reach reach, String brief) {
    if (reach instanceof Reach.Unreachable no) {
      line("reach", "no: " + no.reason());
      line("way out", no.wayOut());
    } else {
      line("reach", brief);
    }
  }

  private static List<FlashSpan> spans(BoardBuild build) {
    List<FlashSpan> spans = new ArrayList<>();
    if (build.filesystem().addressed()) {
      for (Region segment : build.filesystem().segments()) {
        spans.add(new FlashSpan(segment, Kind.PARTITION, "filesystem"));
      }
    }
    if (build.loader() == Loader.MBOOT && build.eraseMap().covers(Reach.MBOOT_PROTECTS)) {
      spans.add(new FlashSpan(Reach.MBOOT_PROTECTS, Kind.DATA, "mboot"));
    }
    List<FlashSpan> others = List.copyOf(spans);
    for (Address start : build.firmware()) {
      if (build.eraseMap().flashAt(start).isPresent()) {
        spans.add(
            new FlashSpan(
                firmware(build, start, others), Kind.FIRMWARE, "firmware, as far as it goes"));
      }
    }
    return spans;
  }

  /** How long a firmware is, only its file says; it can go on up to whatever comes next. */
  private static Region firmware(BoardBuild build, Address start, List<FlashSpan> others) {
    EraseMap map = build.eraseMap();
    long end = map.flashAt(start).orElseThrow().end();
    for (FlashSpan other : others) {
      end = nearer(start, other.region().start(), end);
    }
    for (Address next : build.firmware()) {
      end = nearer(start, next, end);
    }
    return new Region(start, end - start.value());
  }

  private static long nearer(Address start, Address next, long end) {
    return next.value() > start.value() ? Math.min(next.value(), end) : end;
  }
}
