package mkfsdfu.hex;

import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/** Goes through an Intel HEX file line by line, and knows for its errors where it is. */
final class HexLine {
  /** Number of data bytes, u16 offset, type; the checksum follows the data. */
  private static final int FRAME_BYTES = 5;

  private final String source;
  private final Bytes file;
  private final byte[] record = new byte[HexFormat.MOST_DATA + FRAME_BYTES];
  private int at;
  private int number;

  HexLine(String source, Bytes file) {
    this.source = source;
    this.file = file;
  }

  /** Reads the next line's record, or returns false at the end of the file. */
  boolean next() {
    if (at == file.length()) {
      return false;
    }
    number++;
    if (file.u8(at) != ':') {
      throw malformed("begins with " + shown(file.u8(at)) + ", expected a colon");
    }
    at++;
    int bytes = 0;
    int sum = 0;
    while (at < file.length() && !isLineEnd(file.u8(at))) {
      if (bytes == record.length) {
        throw malformed("is longer than a record of 255 data bytes");
      }
      int value = digit() << 4 | digit();
      record[bytes++] = (byte) value;
      sum += value;
    }
    if (bytes < FRAME_BYTES || bytes != FRAME_BYTES + length()) {
      throw damaged(
          "has "
              + bytes
              + " bytes, expected "
              + (bytes == 0 ? FRAME_BYTES : FRAME_BYTES + length())
              + " by its first one");
    }
    if ((sum & 0xFF) != 0) {
      int found = u8(FRAME_BYTES - 1 + length());
      throw damaged(
          "has checksum "
              + hex(found)
              + ", expected "
              + hex(found - sum & 0xFF)
              + " for its bytes");
    }
    skipLineEnd();
    return true;
  }

  private int digit() {
    int character = at < file.length() ? file.u8(at) : '\n';
    int digit = Character.digit(character, 16);
    if (digit < 0) {
      throw isLineEnd(character)
          ? damaged("ends inside a byte")
          : malformed("has " + shown(character) + " where a hexadecimal digit is expected");
    }
    at++;
    return digit;
  }

  private void skipLineEnd() {
    if (at < file.length() && file.u8(at) == '\r') {
      at++;
    }
    if (at < file.length() && file.u8(at) == '\n') {
      at++;
    }
  }

  /** Demands that only blank lines are left. */
  void expectEnd() {
    for (; at < file.length(); at++) {
      int character = file.u8(at);
      if (character == '\n') {
        number++;
      } else if (character != '\r' && character != ' ' && character != '\t') {
        number++;
        throw malformed("follows the end-of-file record");
      }
    }
  }

  private static boolean isLineEnd(int character) {
    return character == '\n' || character == '\r';
  }

  /** Returns the line's number, from 1. */
  int number() {
    return number;
  }

  /** Returns the number of data bytes. */
  int length() {
    return u8(0);
  }

  int offset() {
    return u8(1) << 8 | u8(2);
  }

  int type() {
    return u8(3);
  }

  /** Returns the two data bytes at an index as a number. */
  int data16(int index) {
    return u8(4 + index) << 8 | u8(5 + index);
  }

  /** Copies data bytes into an array. */
  void copyTo(byte[] target, int targetOffset) {
    System.arraycopy(record, 4, target, targetOffset, length());
  }

  private int u8(int index) {
    return Byte.toUnsignedInt(record[index]);
  }

  /** Returns the error for a line that was sound once. */
  DataFailure damaged(String what) {
    return failure(what, "it is damaged: fetch or make it again");
  }

  /** Returns the error for a line that holds what no Intel HEX file does. */
  DataFailure malformed(String what) {
    return failure(what, "fetch it again, or make it anew (arm-none-eabi-objcopy -O ihex)");
  }

  private DataFailure failure(String what, String remedy) {
    return new DataFailure(source + ", line " + Math.max(1, number), what, remedy);
  }

  private static String shown(int character) {
    boolean printable = character > ' ' && character < 0x7F;
    return printable ? "'" + (char) character + "'" : "byte " + hex(character);
  }

  private static String hex(int value) {
    return "0x" + Character.forDigit(value >> 4, 16) + Character.forDigit(value & 15, 16);
  }
}
