package mkfsdfu.board;

/** What a board keeps its filesystem in. */
public enum Storage {
  /** The microcontroller's own flash. */
  INTERNAL("internal", true),
  /** A chip on an SPI bus. */
  SPIFLASH("spiflash", false),
  /** A chip on four pins that the processor moves itself. */
  SOFTQSPI("softqspi", false),
  /** A chip on the QUADSPI peripheral. */
  QSPI("qspi", true),
  /** A chip on the OCTOSPI peripheral. */
  OSPI("ospi", true),
  /** A chip on the XSPI peripheral. */
  XSPI("xspi", true),
  /** No flash holds a filesystem. */
  NONE("none", false);

  private final String word;
  private final boolean memoryMapped;

  Storage(String word, boolean memoryMapped) {
    this.word = word;
    this.memoryMapped = memoryMapped;
  }

  /** Returns the word that stands for it in the table of boards. */
  public String word() {
    return word;
  }

  /**
   * Tells whether the processor reads it as memory, at the address that DFU writes it to. The
   * addresses that mboot gives to chips on SPI or on pins exist in mboot alone.
   */
  public boolean memoryMapped() {
    return memoryMapped;
  }
}
