package mkfsdfu.hex;

import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/**
 * Takes an Intel HEX file apart and believes nothing in it: lengths, checksums and types are
 * checked, no address may be given twice, and the file has to end with its end-of-file record and
 * nothing behind it. An error names the line.
 */
public final class HexReader {
  private final HexLine line;
  private final HexSections sections = new HexSections();
  private long base;
  private boolean segmented;
  private HexStart start;

  private HexReader(HexLine line) {
    this.line = line;
  }

  /**
   * Reads a file.
   *
   * @param source the file's name, for messages
   * @throws DataFailure if anything in it is wrong
   */
  public static HexFile read(String source, Bytes file) {
    return new HexReader(new HexLine(source, file)).file();
  }

  /** Tells whether bytes begin as such a file does; no other firmware file begins so. */
  public static boolean recognises(Bytes file) {
    return file.hasText(0, ":");
  }

  private HexFile file() {
    while (line.next()) {
      switch (line.type()) {
        case HexFormat.DATA -> data();
        case HexFormat.END_OF_FILE -> {
          expectLength(0);
          line.expectEnd();
          return new HexFile(sections.finish(), start);
        }
        case HexFormat.EXTENDED_SEGMENT -> base(4, true);
        case HexFormat.EXTENDED_LINEAR -> base(16, false);
        case HexFormat.START_SEGMENT, HexFormat.START_LINEAR -> start();
        default -> throw line.malformed("has type " + line.type() + ", expected 0 to 5");
      }
    }
    throw line.damaged("is the last, and no end-of-file record follows (:00000001FF)");
  }

  private void data() {
    if (segmented && line.offset() + line.length() > HexFormat.WINDOW_BYTES) {
      throw line.malformed("has data that wrap around the end of their segment of 64 KiB");
    }
    long address = base + line.offset();
    if (address + line.length() > Address.SPACE_BYTES) {
      throw line.malformed("has data that pass the last address, 0xffffffff");
    }
    if (!sections.add(address, line)) {
      throw line.malformed(
          "has data for " + new Address(address) + " on, some of which an earlier line has too");
    }
  }

  private void base(int shift, boolean isSegment) {
    expectLength(2);
    base = (long) line.data16(0) << shift;
    segmented = isSegment;
  }

  private void start() {
    expectLength(4);
    if (start != null) {
      throw line.malformed("has a second start address");
    }
    start = new HexStart(line.type(), (long) line.data16(0) << 16 | line.data16(2));
  }

  private void expectLength(int bytes) {
    if (line.length() != bytes) {
      throw line.malformed(
          "has "
              + line.length()
              + " data bytes, expected "
              + bytes
              + " in a record of type "
              + line.type());
    }
  }
}
