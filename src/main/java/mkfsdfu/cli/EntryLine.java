package mkfsdfu.cli;

import mkfsdfu.fat.FatTime;
import mkfsdfu.fat.StoredEntry;

/** A file or directory of a volume as a line of columns. */
final class EntryLine {
  private static final int SIZE_COLUMNS = 10;
  private static final String NO_TIME = "-                  ";

  private EntryLine() {}

  /** Returns size, time and name. */
  static String of(StoredEntry entry) {
    FatTime modified = entry.modified();
    String time = modified.equals(FatTime.NONE) ? NO_TIME : modified.toString();
    return size(entry) + "  " + time + "  " + name(entry);
  }

  /** Returns the size of a file; blanks for a directory. */
  static String size(StoredEntry entry) {
    String digits = entry.isDirectory() ? "" : String.valueOf(entry.bytes());
    return " ".repeat(Math.max(0, SIZE_COLUMNS - digits.length())) + digits;
  }

  static String name(StoredEntry entry) {
    return entry.isDirectory() ? entry.name() + "/" : entry.name();
  }
}
