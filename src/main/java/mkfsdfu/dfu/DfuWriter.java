package mkfsdfu.dfu;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;

/**
 * Lays a DfuSe file out. Names, settings, ids and the order of everything come out as they were
 * read; DFUImageSize (without the suffix, as ST UM0391 and the strict readers have it) and the
 * checksum are ours.
 */
public final class DfuWriter {
  private DfuWriter() {}

  /**
   * Returns the file as pieces to write one after the other; the elements' data are not copied. The
   * last piece is the checksum, made when it is asked for: it looks at all of the others.
   *
   * @throws DataFailure if the file has more than 255 targets, or passes 2^32 - 1 bytes
   */
  public static Iterable<Bytes> pieces(DfuFile file) {
    List<Bytes> pieces = new ArrayList<>();
    pieces.add(prefix(file));
    for (DfuTarget target : file.targets()) {
      pieces.add(targetPrefix(target));
      for (DfuElement element : target.elements()) {
        pieces.add(elementPrefix(element));
        pieces.add(element.data());
      }
    }
    pieces.add(suffixWithoutCrc(file.device()));
    return new Checked(pieces);
  }

  /** Pieces, and behind them their checksum. */
  private record Checked(List<Bytes> pieces) implements Iterable<Bytes> {
    @Override
    public Iterator<Bytes> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next <= pieces.size();
        }

        @Override
        public Bytes next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int number = next++;
          return number < pieces.size() ? pieces.get(number) : crc(pieces);
        }
      };
    }
  }

  private static Bytes prefix(DfuFile file) {
    int targets = file.targets().size();
    if (targets > DfuFormat.MOST_TARGETS) {
      throw tooMuch(targets + " targets", DfuFormat.MOST_TARGETS);
    }
    long imageBytes = DfuFormat.PREFIX_BYTES;
    for (DfuTarget target : file.targets()) {
      imageBytes += DfuFormat.TARGET_PREFIX_BYTES + elementBytes(target);
    }
    if (imageBytes > DfuFormat.MOST_U32) {
      throw tooMuch(imageBytes + " bytes", DfuFormat.MOST_U32);
    }
    return new DfuFields(DfuFormat.PREFIX_BYTES)
        .text(DfuFormat.PREFIX_SIGNATURE)
        .u8(DfuFormat.VERSION)
        .u32(imageBytes)
        .u8(targets)
        .end();
  }

  private static Bytes targetPrefix(DfuTarget target) {
    return new DfuFields(DfuFormat.TARGET_PREFIX_BYTES)
        .text(DfuFormat.TARGET_SIGNATURE)
        .u8(target.alternateSetting())
        .u32(target.named())
        .bytes(target.nameField())
        .u32(elementBytes(target))
        .u32(target.elements().size())
        .end();
  }

  private static Bytes elementPrefix(DfuElement element) {
    return new DfuFields(DfuFormat.ELEMENT_PREFIX_BYTES)
        .u32(element.address().value())
        .u32(element.data().length())
        .end();
  }

  private static Bytes suffixWithoutCrc(DfuDevice device) {
    return new DfuFields(DfuFormat.SUFFIX_BYTES - DfuFormat.CRC_BYTES)
        .u16(device.deviceVersion())
        .u16(device.productId())
        .u16(device.vendorId())
        .u16(DfuFormat.DFU_VERSION)
        .text(DfuFormat.SUFFIX_SIGNATURE)
        .u8(DfuFormat.SUFFIX_BYTES)
        .end();
  }

  private static Bytes crc(List<Bytes> pieces) {
    CRC32 crc = new CRC32();
    for (Bytes piece : pieces) {
      piece.addTo(crc);
    }
    // The suffix has the bitwise NOT of what zlib calls CRC-32.
    return new DfuFields(DfuFormat.CRC_BYTES).u32(~crc.getValue()).end();
  }

  private static long elementBytes(DfuTarget target) {
    long bytes = 0;
    for (DfuElement element : target.elements()) {
      bytes += DfuFormat.ELEMENT_PREFIX_BYTES + (long) element.data().length();
    }
    return bytes;
  }

  private static DataFailure tooMuch(String what, long most) {
    return new DataFailure(
        "DfuSe file", what + ", expected at most " + most, "put less into one file");
  }
}
