package mkfsdfu.hex;

import mkfsdfu.flash.Bytes;

/** Lines of an Intel HEX file. */
final class HexText {
  private static final String DIGITS = "0123456789ABCDEF";

  /** The longest line that we write, and one more for the end of the file. */
  private static final int SPARE_CHARACTERS = 128;

  private final byte[] text;
  private int length;
  private int sum;

  HexText(int characters) {
    this.text = new byte[characters];
  }

  /** Tells whether there is room for two more lines. */
  boolean hasRoom() {
    return length + SPARE_CHARACTERS <= text.length;
  }

  /** Adds a record of at most 16 data bytes. */
  void put(int type, int offset, byte[] data, int bytes) {
    text[length++] = ':';
    sum = 0;
    put(bytes);
    put(offset >> 8);
    put(offset);
    put(type);
    for (int i = 0; i < bytes; i++) {
      put(data[i]);
    }
    put(-sum);
    text[length++] = '\r';
    text[length++] = '\n';
  }

  private void put(int value) {
    sum += value;
    text[length++] = (byte) DIGITS.charAt(value >> 4 & 15);
    text[length++] = (byte) DIGITS.charAt(value & 15);
  }

  Bytes end() {
    return Bytes.wrap(text).slice(0, length);
  }
}
