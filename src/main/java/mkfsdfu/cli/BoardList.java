package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FlashFilesystem;
import mkfsdfu.board.Loader;
import mkfsdfu.board.Reach;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Region;

/** The list of all boards, a line for each build, so that it can be searched with grep. */
final class BoardList {
  private static final String GAP = "  ";

  private BoardList() {}

  static void print(Console console, List<BoardBuild> builds) {
    List<String[]> rows =
        builds.stream().map(BoardList::row).collect(Collectors.toCollection(ArrayList::new));
    rows.add(0, new String[] {"BOARD", "MCU", "FILESYSTEM AT", "SIZE", "REACH"});
    int[] widths = new int[rows.get(0).length - 1];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row[i]).append(" ".repeat(widths[i] - row[i].length())).append(GAP);
      }
      console.line(line.append(row[widths.length]).toString());
    }
  }

  private static String[] row(BoardBuild build) {
    FlashFilesystem filesystem = build.filesystem();
    long bytes = filesystem.segments().stream().mapToLong(Region::bytes).sum();
    return new String[] {
      build.name(),
      build.mcu(),
      filesystem.segments().isEmpty() ? "-" : starts(filesystem),
      bytes == 0 ? "-" : Numbers.kib(bytes),
      reach(build)
    };
  }

  private static String starts(FlashFilesystem filesystem) {
    String starts =
        filesystem.segments().stream()
            .map(segment -> segment.start().toString())
            .collect(Collectors.joining(" "));
    return filesystem.addressed() ? starts : "chip:" + starts;
  }

  /** Returns how a volume gets into a build, or why not, in a few words. */
  static String reach(BoardBuild build) {
    if (build.reach() instanceof Reach.Unreachable no) {
      return "no: " + no.obstacle().brief();
    }
    return build.loader() == Loader.MBOOT ? "DFU, by mboot" : "DFU";
  }
}
