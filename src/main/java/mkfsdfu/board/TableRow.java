package mkfsdfu.board;

import java.util.List;
import mkfsdfu.error.DataFailure;

/** A line of a table of boards: cells between bars. It is cut when a cell is first asked for. */
final class TableRow {
  /** Names that tell the cell in messages, in the order of the cells. */
  static final List<String> BOARD_COLUMNS =
      List.of(
          "board",
          "builds",
          "banner name",
          "MCU",
          "flash",
          "loader",
          "firmware at",
          "kept in",
          "filesystem at",
          "block",
          "mounts",
          "label");

  static final int BOARD = 0;
  static final int BUILDS = 1;
  static final int BANNER_NAME = 2;
  static final int MCU = 3;
  static final int FLASH = 4;
  static final int LOADER = 5;
  static final int FIRMWARE = 6;
  static final int STORAGE = 7;
  static final int SEGMENTS = 8;
  static final int BLOCK = 9;
  static final int MOUNTS = 10;
  static final int LABEL = 11;

  private static final String NONE = "-";
  private static final char BAR = '|';

  private final String file;
  private final int line;
  private final String text;
  private List<String> cells;

  /**
   * Takes a line.
   *
   * @param file the table's name, for messages
   * @param line its number, from 1
   * @param text the whole line
   */
  TableRow(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = text;
  }

  int line() {
    return line;
  }

  /** Returns how many cells the line has. */
  int cells() {
    return cut().size();
  }

  /**
   * Returns a cell without the blanks around; a dash, which stands for none, becomes the empty
   * text.
   */
  String cell(int column) {
    String cell = written(column);
    return cell.equals(NONE) ? "" : cell;
  }

  /** Tells by its first characters that most lines' first cell is not that. */
  boolean mayBegin(String cell) {
    int shorter = Math.min(text.length(), cell.length());
    int at = 0;
    while (at < shorter && text.charAt(at) == cell.charAt(at)) {
      at++;
    }
    return at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == BAR);
  }

  private String written(int column) {
    return column < cells() ? cut().get(column) : "";
  }

  private List<String> cut() {
    if (cells == null) {
      cells = Words.between(BAR, text);
    }
    return cells;
  }

  /** Returns a failure about one cell. */
  DataFailure wrong(int column, String expected) {
    return failure(
        "'" + written(column) + "' in column '" + BOARD_COLUMNS.get(column) + "'", expected);
  }

  /** Returns a failure about the line. */
  DataFailure failure(String found, String expected) {
    return new DataFailure(
        file + ":" + line,
        "found " + found + ", expected " + expected,
        "docs/boards.md has the form");
  }
}
