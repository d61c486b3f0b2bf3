package mkfsdfu.board;

import java.util.List;
import mkfsdfu.error.DataFailure;

/**
 * A line of a table of boards, cut at its bars.
 *
 * @param file the table's name, for messages
 * @param line its number, from 1
 * @param cells what stands between the bars, without the blanks around
 */
record TableRow(String file, int line, List<String> cells) {
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

  TableRow {
    cells = List.copyOf(cells);
  }

  /** Returns a cell; a dash, which stands for none, becomes the empty text. */
  String cell(int column) {
    String text = cells.get(column);
    return text.equals(NONE) ? "" : text;
  }

  /** Returns a failure about one cell. */
  DataFailure wrong(int column, String expected) {
    return failure(
        "'" + cells.get(column) + "' in column '" + BOARD_COLUMNS.get(column) + "'", expected);
  }

  /** Returns a failure about the line. */
  DataFailure failure(String found, String expected) {
    return new DataFailure(
        file + ":" + line,
        "found " + found + ", expected " + expected,
        "docs/boards.md has the form");
  }
}
