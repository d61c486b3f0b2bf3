package mkfsdfu.board;

import java.io.IOException;
import java.io.InputStream;
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
import mkfsdfu.error.InternalFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/**
 * What is known of boards: MicroPython's own, and those that a product adds.
 *
 * <p>Names are looked up without regard to case; of a board only the line asked for is understood.
 */
public final class BoardCatalog {
  private static final String RESOURCE = "boards.txt";

  private final BoardTable table;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> byName = new HashMap<>();
  private final Map<String, List<Entry>> byBuildName = new HashMap<>();
  private final Map<String, List<Entry>> byBanner = new HashMap<>();
  private int shortestBuildName = Integer.MAX_VALUE;
  private int longestBuildName;

  /** A build whose line is not yet understood. */
  private record Entry(BoardTable table, TableRow row, String build, boolean first) {
    BoardBuild toBuild() {
      return BoardRow.build(table, row, build);
    }

    String board() {
      return row.cells().get(TableRow.BOARD);
    }
  }

  private BoardCatalog(BoardTable table) {
    this.table = table;
  }

  /** Returns the boards of MicroPython's stm32 port. */
  public static BoardCatalog load() {
    byte[] text;
    try (InputStream in = BoardCatalog.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new InternalFailure(RESOURCE, "the table of boards is missing", "rebuild the jar");
      }
      text = in.readAllBytes();
    } catch (IOException e) {
      throw new InternalFailure(
          RESOURCE, "the table of boards cannot be read", "rebuild the jar", List.of(), e);
    }
    BoardCatalog catalog =
        new BoardCatalog(
            BoardTable.read(RESOURCE, new String(text, StandardCharsets.ISO_8859_1), null));
    catalog.addAll();
    return catalog;
  }

  /**
   * Returns these boards and those of a product, which stand before a board of the same name.
   *
   * @param file the name of the product's file, for messages
   * @param content a table in the form of ours; it may use the names of our erase sectors
   * @throws DataFailure if the table is not well formed, naming file, line and column
   */
  public BoardCatalog with(String file, Bytes content) {
    String text = new String(content.toArray(), StandardCharsets.UTF_8);
    BoardCatalog catalog = new BoardCatalog(BoardTable.read(file, text, table));
    catalog.addAll();
    for (Entry entry : catalog.entries) {
      BoardBuild build = entry.toBuild();
      if (build.board().isEmpty() || build.bannerName().isEmpty() || build.mcu().isEmpty()) {
        throw entry.row().failure("an empty name", "a board, its banner name and its MCU");
      }
    }
    Set<String> own = new HashSet<>();
    for (Entry entry : catalog.entries) {
      own.add(entry.board());
    }
    for (Entry entry : entries) {
      if (!own.contains(entry.board())) {
        catalog.add(entry);
      }
    }
    return catalog;
  }

  private void addAll() {
    for (TableRow row : table.boards()) {
      List<String> builds = Words.of(row.cell(TableRow.BUILDS));
      if (builds.isEmpty()) {
        throw row.wrong(TableRow.BUILDS, "default, mboot, no-mboot or names of variants");
      }
      for (String build : builds) {
        add(new Entry(table, row, build, build.equals(builds.get(0))));
      }
    }
  }

  private void add(Entry entry) {
    String board = entry.board();
    Entry before = byName.putIfAbsent(key(BoardBuild.nameOf(board, entry.build())), entry);
    if (before != null) {
      throw entry
          .row()
          .failure(
              board + " with build " + entry.build() + " again, after line " + before.row().line(),
              "every build once");
    }
    String buildName = BoardBuild.buildNameOf(board, entry.build());
    shortestBuildName = Math.min(shortestBuildName, buildName.length());
    longestBuildName = Math.max(longestBuildName, buildName.length());
    put(byBuildName, buildName, entry);
    put(byBanner, bannerOf(entry.row()), entry);
    entries.add(entry);
  }

  private static void put(Map<String, List<Entry>> map, String key, Entry entry) {
    List<Entry> list = map.get(key);
    if (list == null) {
      list = new ArrayList<>(2);
      map.put(key, list);
    }
    list.add(entry);
  }

  private static String bannerOf(TableRow row) {
    return BoardBuild.bannerOf(row.cell(TableRow.BANNER_NAME), row.cell(TableRow.MCU));
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
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
    String key = key(name);
    Entry entry = byName.get(key);
    if (entry != null) {
      return Optional.of(entry.toBuild());
    }
    String mboot = key("-" + BoardBuild.MBOOT);
    if (key.endsWith(mboot)) {
      Entry plain = byName.get(key.substring(0, key.length() - mboot.length()));
      if (plain != null && plain.toBuild().loader() == Loader.MBOOT) {
        return Optional.of(plain.toBuild());
      }
    }
    for (Entry other : entries) {
      if (key(other.row().cell(TableRow.BANNER_NAME)).equals(key)) {
        return Optional.of(other.toBuild());
      }
    }
    return Optional.empty();
  }

  /** Returns the name that an unknown one was probably meant to be, if one is near. */
  public Optional<String> nearest(String name) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      names.add(BoardBuild.nameOf(entry.board(), entry.build()));
      names.add(entry.row().cell(TableRow.BANNER_NAME));
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

  /** Returns the builds that carry a build name; builds with and without mboot share theirs. */
  List<BoardBuild> withBuildName(String buildName) {
    return toBuilds(byBuildName.get(buildName));
  }

  /** Returns the builds that show a banner. */
  List<BoardBuild> withBanner(String banner) {
    return toBuilds(byBanner.get(banner));
  }

  boolean hasBuildName(String text) {
    return byBuildName.containsKey(text);
  }

  boolean hasBanner(String text) {
    return byBanner.containsKey(text);
  }

  int shortestBuildName() {
    return shortestBuildName;
  }

  int longestBuildName() {
    return longestBuildName;
  }

  private static List<BoardBuild> toBuilds(List<Entry> entries) {
    List<BoardBuild> builds = new ArrayList<>();
    if (entries != null) {
      for (Entry entry : entries) {
        builds.add(entry.toBuild());
      }
    }
    return builds;
  }
}
