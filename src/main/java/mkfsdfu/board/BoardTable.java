package mkfsdfu.board;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.EraseMap;

/**
 * A table of boards as text: a section {@code [flash]} of named erase sectors, and a section {@code
 * [boards]} of builds; {@link MicroPythonBoards} says in its comments what each column holds.
 *
 * <p>Reading it looks where each line belongs and no more. A line is understood when somebody asks
 * for its board, as a run needs one board of a hundred.
 */
final class BoardTable {
  private static final int FLASH_COLUMNS = 2;

  private final List<TableRow> flashes = new ArrayList<>();
  private final List<BoardLine> boards = new ArrayList<>();
  private final BoardTable known;

  private BoardTable(BoardTable known) {
    this.known = known;
  }

  /**
   * Sorts a table's lines.
   *
   * @param file its name, for messages
   * @param lines the whole table
   * @param known a table whose erase sectors this one may refer to, or null
   * @throws DataFailure if a line has no section, or erase sectors a name that was given before
   */
  static BoardTable read(String file, List<String> lines, BoardTable known) {
    BoardTable table = new BoardTable(known);
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).trim();
      if (line.isEmpty() || line.charAt(0) == '#') {
        continue;
      }
      TableRow row = new TableRow(file, i + 1, line);
      if (line.charAt(0) == '[') {
        section = sectionOf(row, line);
      } else if (section.equals("[flash]")) {
        table.addFlash(row);
      } else if (section.equals("[boards]")) {
        table.boards.add(new BoardLine(table, row));
      } else {
        throw row.failure("a line before any section", "[flash] or [boards] above it");
      }
    }
    return table;
  }

  private static String sectionOf(TableRow row, String line) {
    if (!line.equals("[flash]") && !line.equals("[boards]")) {
      throw row.failure("the section '" + line + "'", "[flash] or [boards]");
    }
    return line;
  }

  /** A product's line is looked at whether or not a board uses it; ours are by the tests. */
  private void addFlash(TableRow row) {
    if (known != null) {
      check(row);
    }
    flashes.add(row);
  }

  private void check(TableRow row) {
    if (row.cells() != FLASH_COLUMNS) {
      throw row.failure(row.cells() + " columns", "2: name and sectors");
    }
    for (TableRow before : flashes) {
      if (before.cell(0).equals(row.cell(0))) {
        throw row.failure(
            "'" + row.cell(0) + "' again, after line " + before.line(), "a name of its own");
      }
    }
  }

  /** Returns the lines of the boards, in order. */
  List<BoardLine> boards() {
    return boards;
  }

  /**
   * Returns erase sectors by their name.
   *
   * @param user the line that names them, for messages
   * @throws DataFailure if there are none of that name, or they are not well formed
   */
  EraseMap flash(TableRow user, String name) {
    return flash(user, name, Integer.MAX_VALUE);
  }

  /** Looks only at lines above a given one, so that no name can lead back to itself. */
  private EraseMap flash(TableRow user, String name, int aboveLine) {
    for (TableRow row : flashes) {
      if (row.line() < aboveLine && row.cell(0).equals(name)) {
        return sectors(row);
      }
    }
    if (known == null) {
      throw user.failure(
          "'" + name + "' for erase sectors",
          "a name from [flash]; there, COUNTxSIZE@ADDRESS or a name above");
    }
    return known.flash(user, name);
  }

  private EraseMap sectors(TableRow row) {
    List<EraseMap.Run> runs = new ArrayList<>();
    for (String part : Words.between(',', row.cell(1))) {
      if (part.indexOf('@') >= 0) {
        runs.add(run(row, part));
      } else {
        runs.addAll(flash(row, part, row.line()).runs());
      }
    }
    try {
      return new EraseMap(runs);
    } catch (IllegalArgumentException e) {
      throw row.failure("'" + row.cell(1) + "': " + e.getMessage(), "sectors that ascend");
    }
  }

  private static EraseMap.Run run(TableRow row, String text) {
    try {
      return EraseMap.Run.parse(text);
    } catch (UsageFailure | IllegalArgumentException e) {
      throw row.failure("'" + text + "'", "COUNTxSIZE@ADDRESS such as 4x16K@0x08000000");
    }
  }
}
