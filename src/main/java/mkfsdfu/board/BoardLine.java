package mkfsdfu.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.flash.Address;

/**
 * A line that stands for builds of one board, and is not yet understood.
 *
 * @param table the table it stands in
 * @param row the line
 */
record BoardLine(BoardTable table, TableRow row) {
  String board() {
    return row.cell(TableRow.BOARD);
  }

  List<String> builds() {
    return Words.of(row.cell(TableRow.BUILDS));
  }

  String bannerName() {
    return row.cell(TableRow.BANNER_NAME);
  }

  String banner() {
    return BoardBuild.bannerOf(bannerName(), row.cell(TableRow.MCU));
  }

  /**
   * Tells whether its filesystem starts at an address, whether or not that can be flashed.
   *
   * @throws mkfsdfu.error.DataFailure if the cell is not well formed
   */
  boolean keepsFilesAt(Address start) {
    Optional<Address> own = BoardRow.filesystemStart(row);
    return own.isPresent() && own.get().value() == start.value();
  }

  /**
   * Understands the line.
   *
   * @throws mkfsdfu.error.DataFailure if a cell is not well formed, or cells are missing
   */
  BoardBuild toBuild(String build) {
    return BoardRow.build(table, row, build);
  }

  /** Returns what firmware calls its builds. */
  List<String> buildNames() {
    List<String> names = new ArrayList<>();
    for (String build : builds()) {
      names.add(BoardBuild.buildNameOf(board(), build));
    }
    return names;
  }

  /** Returns those of its builds that firmware calls so. */
  List<String> buildsNamed(String buildName) {
    if (!row.mayBegin(buildName)) {
      return List.of();
    }
    List<String> named = new ArrayList<>();
    for (String build : builds()) {
      if (BoardBuild.buildNameOf(board(), build).equals(buildName)) {
        named.add(build);
      }
    }
    return named;
  }
}
