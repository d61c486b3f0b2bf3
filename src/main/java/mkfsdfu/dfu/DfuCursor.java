package mkfsdfu.dfu;

import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/** Goes through a DfuSe file field by field, and knows for its errors where it is. */
final class DfuCursor {
  private static final String MAKE_AGAIN =
      "fetch it again, or make it with MicroPython's tools/dfu.py or with mkfsdfu";

  private final String source;
  private final Bytes file;
  private int at;

  DfuCursor(String source, Bytes file) {
    this.source = source;
    this.file = file;
  }

  /** Returns the offset of the next field. */
  int at() {
    return at;
  }

  /** Returns how many bytes follow. */
  int left() {
    return file.length() - at;
  }

  /** Checks that the file goes on for so many bytes. */
  void need(long bytes, String inside) {
    if (bytes > left()) {
      throw damage(
          at, "file ends inside " + inside + ", found " + left() + " bytes, expected " + bytes);
    }
  }

  int u8() {
    return file.u8(skip(1));
  }

  int u16() {
    return file.u16(skip(2));
  }

  long u32() {
    return file.u32(skip(4));
  }

  Bytes take(int bytes) {
    return file.slice(skip(bytes), bytes);
  }

  private int skip(int bytes) {
    int from = at;
    at += bytes;
    return from;
  }

  /** Reads the signature of a part. */
  void signature(String what, String expected) {
    signature(what, expected, MAKE_AGAIN);
  }

  /** Reads the signature of a part whose absence has a likely reason. */
  void signature(String what, String expected, String remedy) {
    Bytes found = take(expected.length());
    if (!found.hasText(0, expected)) {
      Bytes text = new DfuFields(expected.length()).text(expected).end();
      throw failure(
          at - expected.length(),
          "signature of "
              + what
              + " is"
              + hex(found)
              + ", expected"
              + hex(text)
              + " ("
              + expected
              + ")",
          remedy);
    }
  }

  /** Checks a field that has just been read and can have but one value. */
  void expect(String what, int found, int expected, int digits) {
    if (found != expected) {
      throw malformed(
          at - digits / 2,
          what + " is " + hex(found, digits) + ", expected " + hex(expected, digits));
    }
  }

  /** Returns the error for a file that was sound once. */
  DataFailure damage(int offset, String what) {
    return failure(offset, what, "it is damaged: fetch or make it again");
  }

  /** Returns the error for a file that holds what no DfuSe file does. */
  DataFailure malformed(int offset, String what) {
    return failure(offset, what, MAKE_AGAIN);
  }

  private DataFailure failure(int offset, String what, String remedy) {
    return new DataFailure(source + ", offset " + offset, what, remedy);
  }

  static String hex(long value, int digits) {
    String hex = Long.toHexString(value);
    return "0x" + "0".repeat(digits - hex.length()) + hex;
  }

  private static String hex(Bytes bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      text.append(' ').append(hex(bytes.u8(i), 2), 2, 4);
    }
    return text.toString();
  }
}
