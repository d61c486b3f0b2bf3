package mkfsdfu.board;

import java.nio.charset.StandardCharsets;
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

/**
 * What is known of boards: MicroPython's own, and those that a product adds.
 *
 * <p>Names are looked up without regard to case; of a board only the line asked for is understood.
 */
public final class BoardCatalog {
  private final BoardTable table;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byBuildName = new HashMap<>();

  /** A build whose line is not yet understood. */
  private record Entry(BoardTable table, TableRow row, String board, String build, boolean first) {
    BoardBuild toBuild() {
      return BoardRow.build(table, row, build);
    }

    String name() {
      return BoardBuild.nameOf(board, build);
    }

    String bannerName() {
      return row.cell(TableRow.BANNER_NAME);
    }

    String banner() {
      return BoardBuild.bannerOf(bannerName(), row.cell(TableRow.MCU));
    }
  }

  private BoardCatalog(BoardTable table) {
    this.table = table;
    for (TableRow row : table.boards()) {
      String board = row.cell(TableRow.BOARD);
      boolean first = true;
      for (String build : Words.of(row.cell(TableRow.BUILDS))) {
        add(new Entry(table, row, board, build, first));
        first = false;
      }
    }
  }

  /** Returns the boards of MicroPython's stm32 port. */
  public static BoardCatalog load() {
    return new BoardCatalog(BoardTable.read(MicroPythonBoards.NAME, MicroPythonBoards.TABLE, null));
  }

  /**
   * Returns these boards and those of a product, which replace a board of the same name.
   *
   * @param file the name of the product's file, for messages
   * @param content a table in the form of ours; it may use the names of our erase sectors
   * @throws DataFailure if the table is not well formed, naming file, line and column
   */
  public BoardCatalog with(String file, Bytes content) {
    String text = new String(content.toArray(), StandardCharsets.UTF_8);
    BoardCatalog catalog = new BoardCatalog(BoardTable.read(file, text, table));
    Set<String> boards = catalog.check();
    for (Entry entry : entries) {
      if (!boards.contains(entry.board())) {
        catalog.add(entry);
      }
    }
    return catalog;
  }

  /** Understands every line, as a mistake is to be told at once, and returns the boards' names. */
  private Set<String> check() {
    for (TableRow row : table.boards()) {
      BoardBuild any = BoardRow.build(table, row, BoardBuild.DEFAULT);
      if (any.board().isEmpty() || any.bannerName().isEmpty() || any.mcu().isEmpty()) {
        throw row.failure("an empty name", "a board, its banner name and its MCU");
      }
      if (row.cell(TableRow.BUILDS).isEmpty()) {
        throw row.wrong(TableRow.BUILDS, "default, mboot, no-mboot or names of variants");
      }
    }
    Map<String, TableRow> names = new HashMap<>();
    Set<String> boards = new HashSet<>();
    for (Entry entry : entries) {
      TableRow before = names.put(entry.name().toUpperCase(Locale.ROOT), entry.row());
      if (before != null) {
        throw entry
            .row()
            .failure(
                entry.board()
                    + " with build "
                    + entry.build()
                    + " again, after line "
                    + before.line(),
                "every build once");
      }
      boards.add(entry.board());
    }
    return boards;
  }

  private void add(Entry entry) {
    entries.add(entry);
    String buildName = BoardBuild.buildNameOf(entry.board(), entry.build());
    List<Entry> sameName = byBuildName.get(buildName);
    if (sameName == null) {
      sameName = new ArrayList<>(2);
      byBuildName.put(buildName, sameName);
    }
    sameName.add(entry);
  }

  /** Returns all boards in the order of the tables, a product's first. */
  public List<Board> boards() {
    Map<String, List<BoardBuild>> builds = new LinkedHashMap<>();
    for (Entry entry : entries) {
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
    for (Entry entry : entries) {
      if (entry.name().equalsIgnoreCase(name)) {
        return Optional.of(entry.toBuild());
      }
    }
    for (Entry entry : entries) {
      if (entry.bannerName().equalsIgnoreCase(name)) {
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
    for (Entry entry : entries) {
      names.add(entry.name());
      names.add(entry.bannerName());
    }
    return NearestName.of(name, names);
  }

  /**
   * Returns the builds whose filesystem can be flashed and starts at an address, the smallest
   * first; one for each line of the table, as the others of a line have the same filesystem.
   */
  public List<BoardBuild> withFilesystemAt(Address start) {
    List<BoardBuild> found = new ArrayList<>();
    for (Entry entry : entries) {
      BoardBuild build = entry.first() ? entry.toBuild() : null;
      if (build != null
          && build.reach() instanceof Reach.Reachable reachable
          && reachable.partition().start().value() == start.value()) {
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
  Set<String> buildNames() {
    return byBuildName.keySet();
  }

  /** Returns the builds that carry a build name; builds with and without mboot share theirs. */
  List<BoardBuild> withBuildName(String buildName) {
    List<BoardBuild> builds = new ArrayList<>();
    for (Entry entry : byBuildName.getOrDefault(buildName, List.of())) {
      builds.add(entry.toBuild());
    }
    return builds;
  }

  /** Returns the builds that show a banner. */
  List<BoardBuild> withBanner(String banner) {
    List<BoardBuild> builds = new ArrayList<>();
    for (Entry entry : entries) {
      if (banner.startsWith(entry.bannerName()) && banner.equals(entry.banner())) {
        builds.add(entry.toBuild());
      }
    }
    return builds;
  }
}
