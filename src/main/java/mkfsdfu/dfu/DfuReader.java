package mkfsdfu.dfu;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import mkfsdfu.dfu.DfuReading.SizeField;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;

/**
 * Takes a DfuSe file apart and believes nothing in it: signatures, versions, sizes and counts are
 * held against each other and against the file's length, elements must not overlap, and nothing may
 * stand between the last target and the suffix or behind it. The parts are slices of the file.
 *
 * <p>The file is walked from front to back, and what its structure says is held against
 * DFUImageSize at the end: so an error names the first place where something is wrong, not merely
 * that the sums differ.
 */
public final class DfuReader {
  private final DfuCursor in;
  private final ElementOverlaps overlaps = new ElementOverlaps();

  private DfuReader(DfuCursor in) {
    this.in = in;
  }

  /** Tells whether bytes begin as such a file does. */
  public static boolean recognises(Bytes file) {
    return file.hasText(0, DfuFormat.PREFIX_SIGNATURE);
  }

  /**
   * Reads a file that has to be sound.
   *
   * @param source the file's name, for messages
   * @throws DataFailure if anything in it is wrong, its checksum included
   */
  public static DfuFile read(String source, Bytes file) {
    DfuReading reading = examine(source, file);
    if (!reading.crcMatches()) {
      throw new DfuCursor(source, file)
          .damage(
              file.length() - DfuFormat.CRC_BYTES,
              "CRC of the suffix is "
                  + DfuCursor.hex(reading.storedCrc(), 8)
                  + ", expected "
                  + DfuCursor.hex(reading.computedCrc(), 8)
                  + " for this content");
    }
    return reading.file();
  }

  /**
   * Reads a file that may have been damaged without losing its structure: a wrong checksum is
   * reported and not an error.
   *
   * @param source the file's name, for messages
   * @throws DataFailure if anything in it but the checksum is wrong
   */
  public static DfuReading examine(String source, Bytes file) {
    return new DfuReader(new DfuCursor(source, file)).file(file);
  }

  private DfuReading file(Bytes file) {
    in.need(DfuFormat.PREFIX_BYTES, "the DfuSe prefix");
    in.signature(
        "the file",
        DfuFormat.PREFIX_SIGNATURE,
        "give the firmware as .dfu; raw bytes go in with -b ADDR:FILE");
    in.expect("DfuSe version", in.u8(), DfuFormat.VERSION, 2);
    int sizeAt = in.at();
    long imageBytes = in.u32();
    int targets = in.u8();
    List<DfuTarget> read = new ArrayList<>(targets);
    for (int i = 1; i <= targets; i++) {
      read.add(target("target " + i));
    }
    int contentBytes = in.at();
    DfuDevice device = suffix();
    SizeField sizeField = sizeField(sizeAt, imageBytes, contentBytes);
    CRC32 crc = new CRC32();
    file.slice(0, in.at()).addTo(crc);
    long computed = ~crc.getValue() & DfuFormat.MOST_U32;
    return new DfuReading(new DfuFile(read, device), sizeField, in.u32(), computed);
  }

  private DfuTarget target(String what) {
    in.need(DfuFormat.TARGET_PREFIX_BYTES, "the prefix of " + what);
    in.signature(what, DfuFormat.TARGET_SIGNATURE);
    int alternateSetting = in.u8();
    long named = in.u32();
    Bytes nameField = in.take(DfuTarget.NAME_BYTES);
    int sizeAt = in.at();
    long bytes = in.u32();
    long elements = in.u32();
    int start = in.at();
    List<DfuElement> read = new ArrayList<>();
    for (long i = 1; i <= elements; i++) {
      read.add(element(alternateSetting, "element " + i + " of " + what));
    }
    if (in.at() - start != bytes) {
      throw in.malformed(
          sizeAt,
          what + " has size " + bytes + ", expected " + (in.at() - start) + " for its elements");
    }
    return new DfuTarget(alternateSetting, named, nameField, read);
  }

  private DfuElement element(int alternateSetting, String what) {
    int start = in.at();
    in.need(DfuFormat.ELEMENT_PREFIX_BYTES, what);
    Address address = new Address(in.u32());
    long bytes = in.u32();
    if (address.value() + bytes > Address.SPACE_BYTES) {
      throw in.malformed(
          start,
          what + " has " + bytes + " bytes from " + address + ", expected an end within 32 bits");
    }
    in.need(bytes, what);
    DfuElement element = new DfuElement(address, in.take((int) bytes));
    String overlapped = overlaps.add(alternateSetting, element.region(), what);
    if (!overlapped.isEmpty()) {
      throw in.malformed(
          start,
          what
              + " ("
              + element.region()
              + ") overlaps "
              + overlapped
              + ", expected every address once");
    }
    return element;
  }

  private SizeField sizeField(int at, long imageBytes, int contentBytes) {
    long fileBytes = (long) contentBytes + DfuFormat.SUFFIX_BYTES;
    if (imageBytes == contentBytes) {
      return SizeField.WITHOUT_SUFFIX;
    }
    if (imageBytes == fileBytes) {
      return SizeField.WITH_SUFFIX;
    }
    throw in.malformed(
        at,
        "DFUImageSize is "
            + imageBytes
            + ", expected "
            + contentBytes
            + " (without the suffix) or "
            + fileBytes
            + " (with it)");
  }

  private DfuDevice suffix() {
    int start = in.at();
    in.need(DfuFormat.SUFFIX_BYTES, "the DFU suffix");
    if (in.left() > DfuFormat.SUFFIX_BYTES) {
      throw in.malformed(
          start,
          in.left() + " bytes follow the last target, expected a suffix of 16 and nothing else");
    }
    int deviceVersion = in.u16();
    int productId = in.u16();
    int vendorId = in.u16();
    in.expect("bcdDFU of the suffix", in.u16(), DfuFormat.DFU_VERSION, 4);
    in.signature("the DFU suffix", DfuFormat.SUFFIX_SIGNATURE);
    in.expect("length of the DFU suffix", in.u8(), DfuFormat.SUFFIX_BYTES, 2);
    return new DfuDevice(vendorId, productId, deviceVersion);
  }
}
