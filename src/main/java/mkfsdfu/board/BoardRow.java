package mkfsdfu.board;

import static mkfsdfu.board.TableRow.BANNER_NAME;
import static mkfsdfu.board.TableRow.BLOCK;
import static mkfsdfu.board.TableRow.BOARD;
import static mkfsdfu.board.TableRow.FIRMWARE;
import static mkfsdfu.board.TableRow.FLASH;
import static mkfsdfu.board.TableRow.LABEL;
import static mkfsdfu.board.TableRow.LOADER;
import static mkfsdfu.board.TableRow.MCU;
import static mkfsdfu.board.TableRow.MOUNTS;
import static mkfsdfu.board.TableRow.SEGMENTS;
import static mkfsdfu.board.TableRow.STORAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Region;

/** Understands a line of a table of boards. */
final class BoardRow {
  private static final String CHIP = "chip:";
  private static final String SEGMENT = "ADDRESS+SIZE such as 0x08004000+112K";

  private BoardRow() {}

  /**
   * Returns one build of those that a line stands for.
   *
   * @throws DataFailure if a cell is not well formed, or cells are missing
   */
  static BoardBuild build(BoardTable table, TableRow row, String build) {
    int columns = TableRow.BOARD_COLUMNS.size();
    if (row.cells() != columns) {
      throw row.failure(
          row.cells() + " columns", columns + ": " + String.join(" | ", TableRow.BOARD_COLUMNS));
    }
    String flash = row.cell(FLASH);
    return new BoardBuild(
        row.cell(BOARD),
        build,
        row.cell(BANNER_NAME),
        row.cell(MCU),
        flash.isEmpty() ? EraseMap.UNKNOWN : table.flash(row, flash),
        loader(row),
        firmware(row),
        filesystem(row));
  }

  private static Loader loader(TableRow row) {
    for (Loader loader : Loader.values()) {
      if (loader.word().equals(row.cell(LOADER))) {
        return loader;
      }
    }
    throw row.wrong(LOADER, "rom, mboot, other or none");
  }

  private static List<Address> firmware(TableRow row) {
    List<Address> addresses = new ArrayList<>();
    try {
      for (String word : Words.of(row.cell(FIRMWARE))) {
        addresses.add(Address.parse(word));
      }
    } catch (UsageFailure e) {
      addresses.clear();
    }
    if (addresses.isEmpty()) {
      throw row.wrong(FIRMWARE, "addresses such as 0x08000000");
    }
    return addresses;
  }

  private static FlashFilesystem filesystem(TableRow row) {
    Storage storage = storage(row);
    if (storage == Storage.NONE) {
      return new FlashFilesystem(storage, List.of(), false, 0, List.of(), "");
    }
    int blockBytes = blockBytes(row);
    return new FlashFilesystem(
        storage,
        segments(row, blockBytes),
        !row.cell(SEGMENTS).startsWith(CHIP),
        blockBytes,
        mounts(row),
        row.cell(LABEL));
  }

  private static Storage storage(TableRow row) {
    for (Storage storage : Storage.values()) {
      if (storage.word().equals(row.cell(STORAGE))) {
        return storage;
      }
    }
    throw row.wrong(STORAGE, "internal, spiflash, softqspi, qspi, ospi, xspi or none");
  }

  private static int blockBytes(TableRow row) {
    return switch (row.cell(BLOCK)) {
      case "512" -> 512;
      case "4096" -> 4096;
      default -> throw row.wrong(BLOCK, "512 or 4096");
    };
  }

  private static List<String> mounts(TableRow row) {
    List<String> mounts = Words.of(row.cell(MOUNTS));
    for (String format : mounts) {
      if (!format.equals("fat") && !format.equals("lfs1") && !format.equals("lfs2")) {
        throw row.wrong(MOUNTS, "fat, lfs1 or lfs2");
      }
    }
    if (mounts.isEmpty()) {
      throw row.wrong(MOUNTS, "fat, lfs1 or lfs2");
    }
    return mounts;
  }

  private static List<Region> segments(TableRow row, int blockBytes) {
    String text = row.cell(SEGMENTS);
    List<Region> segments = new ArrayList<>();
    for (String word : Words.of(text.startsWith(CHIP) ? text.substring(CHIP.length()) : text)) {
      Region segment = segment(row, word);
      if (segment.bytes() % blockBytes != 0) {
        throw row.wrong(SEGMENTS, "whole blocks of " + blockBytes + " bytes");
      }
      for (Region other : segments) {
        if (other.overlaps(segment)) {
          throw row.wrong(SEGMENTS, "segments that do not overlap");
        }
      }
      segments.add(segment);
    }
    return segments;
  }

  /** Returns where the filesystem starts; empty if it has no address that a loader knows. */
  static Optional<Address> filesystemStart(TableRow row) {
    String text = row.cell(SEGMENTS);
    int plus = text.indexOf('+');
    if (plus < 0 || text.startsWith(CHIP) || storage(row) == Storage.NONE) {
      return Optional.empty();
    }
    try {
      return Optional.of(Address.parse(text.substring(0, plus)));
    } catch (UsageFailure e) {
      throw row.wrong(SEGMENTS, SEGMENT);
    }
  }

  private static Region segment(TableRow row, String word) {
    int plus = word.indexOf('+');
    try {
      if (plus > 0) {
        long bytes = Numbers.parseSize("segment", word.substring(plus + 1));
        return new Region(Address.parse(word.substring(0, plus)), bytes);
      }
    } catch (UsageFailure | IllegalArgumentException e) {
      throw row.wrong(SEGMENTS, SEGMENT);
    }
    throw row.wrong(SEGMENTS, SEGMENT);
  }
}
