package mkfsdfu.hex;

/**
 * The records of an Intel HEX file, one a line: a colon, then in hexadecimal digits the number of
 * data bytes, a 16-bit offset, the type, the data, and a checksum that makes the sum of all bytes
 * zero. Numbers of several bytes are big-endian.
 */
final class HexFormat {
  /** Bytes at the current base plus the offset. */
  static final int DATA = 0;

  /** The last record. */
  static final int END_OF_FILE = 1;

  /** A base, in units of 16 bytes; offsets wrap around at 64 KiB. */
  static final int EXTENDED_SEGMENT = 2;

  /** Start address as CS and IP. */
  static final int START_SEGMENT = 3;

  /** A base, as the upper 16 bits of the address. */
  static final int EXTENDED_LINEAR = 4;

  /** Start address as EIP. */
  static final int START_LINEAR = 5;

  /** Most data bytes of a record. */
  static final int MOST_DATA = 255;

  /** What an offset can reach. */
  static final int WINDOW_BYTES = 1 << 16;

  private HexFormat() {}
}
