package mkfsdfu.board;

/** What takes a firmware in over USB, and so decides which addresses can be flashed. */
public enum Loader {
  /** ST's, in the chip: it knows internal flash only. */
  ROM("rom"),
  /** MicroPython's own: it protects the start of internal flash, and maps external chips. */
  MBOOT("mboot"),
  /** The board maker's; what it maps is not public. */
  OTHER("other"),
  /** None: the chip has no USB, and is programmed over SWD or UART. */
  NONE("none");

  private final String word;

  Loader(String word) {
    this.word = word;
  }

  /** Returns the word that stands for it in the table of boards. */
  public String word() {
    return word;
  }
}
