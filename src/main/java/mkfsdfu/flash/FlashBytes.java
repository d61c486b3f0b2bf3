package mkfsdfu.flash;

/**
 * Bytes and where in the address space they lie: a part of a firmware, wherever it came from.
 *
 * @param address of the first byte; address and data end within 32 bits
 * @param data what lies there
 */
public record FlashBytes(Address address, Bytes data) {
  /** Returns the stretch that the bytes cover. */
  public Region region() {
    return new Region(address, data.length());
  }
}
