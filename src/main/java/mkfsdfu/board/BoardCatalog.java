package mkfsdfu.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Utf8;

/**
 * What is known of boards: MicroPython's own, and those that a product adds.
 *
 * <p>Names are looked up without regard to case; of a board only the line asked for is understood.
 */
public final class BoardCatalog {
  private final BoardTable table;
  private final List<BoardLine> lines;
  private final BuildNames buildNames;

  /** Null until asked for: most runs know the build's name from the firmware. */
  private List<Entry> entries;

  /** A build whose line is not yet understood. */
  private record Entry(BoardLine line, String board, String build) {
    BoardBuild toBuild() {
      return line.toBuild(build);
    }

    String name() {
      return BoardBuild.nameOf(board, build);
    }
  }

  private BoardCatalog(BoardTable table, List<BoardLine> lines, BuildNames buildNames) {
    this.table = table;
    this.lines = lines;
    this.buildNames = buildNames;
  }

  /** Returns the boards of MicroPython's stm32 port. */
  public static BoardCatalog load() {
    BoardTable table = BoardTable.read(MicroPythonBoards.NAME, MicroPythonBoards.LINES, null);
    return new BoardCatalog(table, table.boards(), BuildNames.ofMicroPython(table.boards()));
  }

  /**
   * Returns these boards and those of a product, which replace a board of the same name.
   *
   * @param file the name of the product's file, for messages
   * @param content a table in the form of ours; it may use the names of our erase sectors
   * @throws DataFailure if the table is not well formed, naming file, line and column
   */
  public BoardCatalog with(String file, Bytes content) {
    BoardTable own = BoardTable.read(file, Words.between('\n', Utf8.text(content)), table);
    check(own.boards());
    Set<String> boards = new HashSet<>();
    for (BoardLine line : own.boards()) {
      boards.add(line.board());
    }
    List<BoardLine> all = new ArrayList<>(own.boards());
    for (BoardLine line : lines) {
      if (!boards.contains(line.board())) {
        all.add(line);
      }
    }
    return new BoardCatalog(own, all, buildNames.with(all, own.boards()));
  }

  /** Understands every line, as a mistake is to be told at once. */
  private static void check(List<BoardLine> lines) {
    for (BoardLine line : lines) {
      TableRow row = line.row();
      BoardBuild any = line.toBuild(BoardBuild.DEFAULT);
      if (any.board().isEmpty() || any.bannerName().isEmpty() || any.mcu().isEmpty()) {
        throw row.failure("an empty name", "a board, its banner name and its MCU");
      }
      if (line.builds().isEmpty()) {
        throw row.wrong(TableRow.BUILDS, "default, mboot, no-mboot or names of variants");
      }
    }
    Map<String, TableRow> names = new HashMap<>();
    for (Entry entry : entries(lines)) {
      TableRow row = entry.line().row();
      TableRow before = names.put(entry.name().toUpperCase(Locale.ROOT), row);
      if (before != null) {
        throw row.failure(
            entry.board() + " with build " + entry.build() + " again, after line " + before.line(),
            "every build once");
      }
    }
  }

  private List<Entry> entries() {
    if (entries == null) {
      entries = entries(lines);
    }
    return entries;
  }

  private static List<Entry> entries(List<BoardLine> lines) {
    List<Entry> entries = new ArrayList<>();
    for (BoardLine line : lines) {
      for (String build : line.builds()) {
        entries.add(new Entry(line, line.board(), build));
      }
    }
    return entries;
  }

  /** Returns all boards in the order of the tables, a product's first. */
  public List<Board> boards() {
    Map<String, List<BoardBuild>> builds = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      builds.computeIfAbsent(entry.board(), board -> new ArrayList<>()).add(entry.toBuild());
    }
    List<Board> boards = new ArrayList<>();
    for (Map.Entry<String, List<BoardBuild>> board : builds.entrySet()) {
      boards.add(new Board(board.getKey(), board.getValue()));
    }
    return boards;
  }

  /**
   * Returns a build by its name: {@code PYBV11}, {@code PYBV11-DP}, {@code PYBV11-mboot}, or what
   * the banner calls the board, {@code PYBv1.1}. A board that comes with mboot is meant by {@code
   * NAME-mboot} too.
   */
  public Optional<BoardBuild> find(String name) {
    for (Entry entry : entries()) {
      if (entry.name().equalsIgnoreCase(name)) {
        return Optional.of(entry.toBuild());
      }
    }
    for (Entry entry : entries()) {
      if (entry.line().bannerName().equalsIgnoreCase(name)) {
        return Optional.of(entry.toBuild());
      }
      boolean asMboot = BoardBuild.nameOf(entry.board(), BoardBuild.MBOOT).equalsIgnoreCase(name);
      if (asMboot && entry.toBuild().loader() == Loader.MBOOT) {
        return Optional.of(entry.toBuild());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a build by its name, as {@link #find} does.
   *
   * @param where what the name was given with, for the message
   * @throws UsageFailure if there is none, naming the nearest
   */
  public BoardBuild named(String where, String name) {
    Optional<BoardBuild> build = find(name);
    if (build.isPresent()) {
      return build.get();
    }
    Optional<String> nearest = nearest(name);
    throw new UsageFailure(
        where,
        "no board is called '" + name + "'",
        nearest.isPresent()
            ? "did you mean " + nearest.get() + "?"
            : "mkfsdfu boards lists all of them");
  }

  /** Returns the name that an unknown one was probably meant to be, if one is near. */
  public Optional<String> nearest(String name) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries()) {
      names.add(entry.name());
      names.add(entry.line().bannerName());
    }
    return NearestName.of(name, names);
  }

  /**
   * Returns the builds whose filesystem can be flashed and starts at an address, the smallest
   * first; one for each line of the table, as the others of a line have the same filesystem.
   */
  public List<BoardBuild> withFilesystemAt(Address start) {
    List<BoardBuild> found = new ArrayList<>();
    for (BoardLine line : lines) {
      BoardBuild build = line.keepsFilesAt(start) ? line.toBuild(line.builds().get(0)) : null;
      if (build != null && build.reach() instanceof Reach.Reachable reachable) {
        int at = found.size();
        while (at > 0 && bytesOf(found.get(at - 1)) > reachable.partition().bytes()) {
          at--;
        }
        found.add(at, build);
      }
    }
    return found;
  }

  private static long bytesOf(BoardBuild build) {
    return build.reach() instanceof Reach.Reachable reachable ? reachable.partition().bytes() : 0;
  }

  /** Returns the names by which builds are known in firmware. */
  BuildNames buildNames() {
    return buildNames;
  }

  /** Returns the builds that carry a build name; builds with and without mboot share theirs. */
  List<BoardBuild> withBuildName(String buildName) {
    List<BoardBuild> builds = new ArrayList<>();
    for (BoardLine line : lines) {
      for (String build : line.buildsNamed(buildName)) {
        builds.add(line.toBuild(build));
      }
    }
    return builds;
  }

  /** Returns the builds that show a banner. */
  List<BoardBuild> withBanner(String banner) {
    List<BoardBuild> builds = new ArrayList<>();
    for (BoardLine line : lines) {
      if (banner.startsWith(line.bannerName()) && banner.equals(line.banner())) {
        for (String build : line.builds()) {
          builds.add(line.toBuild(build));
        }
      }
    }
    return builds;
  }
}
