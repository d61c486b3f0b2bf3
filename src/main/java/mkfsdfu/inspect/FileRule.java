package mkfsdfu.inspect;

import mkfsdfu.fat.Severity;

/**
 * What a sound file obeys besides the rules of its volume. The ids are stable: they are written to
 * JSON.
 */
public enum FileRule {
  /** The structure of a DfuSe file. */
  DFU_STRUCTURE("dfu-structure", Severity.ERROR, "who flashes it refuses it, or stops halfway"),
  /** The checksum of a DfuSe file. */
  DFU_CRC(
      "dfu-crc", Severity.ERROR, "dfu-util refuses it; pydfu.py leaves it out and exits with 0"),
  /** A volume lies where its board looks for one. */
  BOARD_ADDRESS(
      "board-address", Severity.ERROR, "the board does not see it, and formats if it finds none"),
  /** A volume is no larger than its board's partition. */
  BOARD_PARTITION(
      "board-partition", Severity.ERROR, "the board mounts it, and fails with EIO past its end"),
  /** A board's filesystem is FAT and can be flashed. */
  BOARD_REACH("board-reach", Severity.ERROR, "the volume never gets there, or is not mounted"),
  /** No two elements share an erase sector. */
  ERASE_SHARED("erase-shared", Severity.ERROR, "pydfu.py wipes the one when it writes the other"),
  /** Every element lies in the board's flash. */
  ERASE_OUTSIDE("erase-outside", Severity.ERROR, "it is not flashed, or written unerased");

  private final String id;
  private final Severity severity;
  private final String boardDoes;

  FileRule(String id, Severity severity, String boardDoes) {
    this.id = id;
    this.severity = severity;
    this.boardDoes = boardDoes;
  }

  /** Returns the name of the rule in JSON. */
  public String id() {
    return id;
  }

  /** Returns how bad it is to break it. */
  public Severity severity() {
    return severity;
  }

  /** Returns what happens where it is broken. */
  public String boardDoes() {
    return boardDoes;
  }
}
