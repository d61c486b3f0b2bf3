package mkfsdfu.flash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Bytes that no longer change, compared by content. Slices share the array of the whole, so that a
 * volume of many megabytes is never copied, and the zeros that such a volume ends with are in no
 * array. All integers are read little-endian and unsigned, as FAT and DfuSe store them.
 */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0, 0);

  private static final int ZEROS_AT_ONCE = 1 << 16;

  private final byte[] array;
  private final int offset;

  /** How many of the bytes are in the array; those after them are zero. */
  private final int stored;

  private final int length;

  private Bytes(byte[] array, int offset, int stored, int length) {
    this.array = array;
    this.offset = offset;
    this.stored = stored;
    this.length = length;
  }

  /** Takes an array over; the caller must not change it afterwards. */
  public static Bytes wrap(byte[] array) {
    return wrap(array, array.length);
  }

  /**
   * Takes an array over, and lets zeros follow that take no memory.
   *
   * @param length of array and zeros together, in bytes
   */
  public static Bytes wrap(byte[] array, int length) {
    if (length < array.length) {
      throw new IllegalArgumentException(array.length + " bytes are more than " + length);
    }
    return new Bytes(array, 0, array.length, length);
  }

  /** Copies an array. */
  public static Bytes copyOf(byte[] array) {
    return wrap(array.clone());
  }

  /** Returns the number of bytes. */
  public int length() {
    return length;
  }

  /**
   * Returns a part, sharing the memory.
   *
   * @throws IndexOutOfBoundsException if it does not lie within these bytes
   */
  public Bytes slice(int from, int bytes) {
    if (from < 0 || bytes < 0 || from > length - bytes) {
      throw new IndexOutOfBoundsException(bytes + " bytes at " + from + " of " + length);
    }
    int skipped = Math.min(from, stored);
    return new Bytes(array, offset + skipped, Math.min(bytes, stored - skipped), bytes);
  }

  /** Returns how many zeros at the end take no memory. */
  public int zeros() {
    return length - stored;
  }

  /** Returns the byte at an offset, 0 to 255. */
  public int u8(int at) {
    if (at < 0 || at >= length) {
      throw new IndexOutOfBoundsException("byte " + at + " of " + length);
    }
    return at < stored ? Byte.toUnsignedInt(array[offset + at]) : 0;
  }

  /** Returns the two bytes at an offset, 0 to 65535. */
  public int u16(int at) {
    return u8(at) | (u8(at + 1) << 8);
  }

  /** Returns the four bytes at an offset, 0 to 2^32 - 1. */
  public long u32(int at) {
    return u16(at) | ((long) u16(at + 2) << 16);
  }

  /** Tells whether the text's Latin-1 bytes stand at the offset. */
  public boolean hasText(int at, String text) {
    if (at < 0 || at > length - text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks at every so many bytes for one of several.
   *
   * @param from the offset of the first byte looked at
   * @param stride how many bytes further on the next one is
   * @param wanted which bytes are, by their values 0 to 255
   * @return the offset of the first that is, or the length or more if none is
   */
  public int firstOf(boolean[] wanted, int from, int stride) {
    // Most of the time nothing is compiled yet, and fields are fetched anew at each use.
    byte[] bytes = array;
    int shift = offset;
    int end = shift + stored;
    int at = shift + from;
    // Four looks a round, as going round takes as long as a look.
    while (at < end - 3 * stride
        && !wanted[bytes[at] & 0xff]
        && !wanted[bytes[at + stride] & 0xff]
        && !wanted[bytes[at + 2 * stride] & 0xff]
        && !wanted[bytes[at + 3 * stride] & 0xff]) {
      at += 4 * stride;
    }
    while (at < end && !wanted[bytes[at] & 0xff]) {
      at += stride;
    }
    // What follows are zeros, if anything.
    return at < end || wanted[0] ? at - shift : Math.max(length, at - shift);
  }

  /** Returns the bytes as Latin-1 text, one character a byte. */
  public String latin1() {
    return new String(toArray(), StandardCharsets.ISO_8859_1);
  }

  /** Returns a read-only, little-endian view; of a copy, if there are {@link #zeros}. */
  public ByteBuffer buffer() {
    if (zeros() > 0) {
      return wrap(toArray()).buffer();
    }
    return ByteBuffer.wrap(array, offset, length)
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the bytes before those {@link #zeros}. */
  public Bytes withoutZeros() {
    return new Bytes(array, offset, stored, stored);
  }

  /** Returns a copy. */
  public byte[] toArray() {
    byte[] copy = new byte[length];
    System.arraycopy(array, offset, copy, 0, stored);
    return copy;
  }

  /** Copies {@code bytes} bytes from an offset into an array. */
  public void copyTo(int from, byte[] target, int targetOffset, int bytes) {
    Bytes part = slice(from, bytes);
    System.arraycopy(array, part.offset, target, targetOffset, part.stored);
    Arrays.fill(target, targetOffset + part.stored, targetOffset + bytes, (byte) 0);
  }

  /** Adds the bytes to a checksum. */
  public void addTo(CRC32 crc) {
    crc.update(array, offset, stored);
    byte[] some = new byte[Math.min(zeros(), ZEROS_AT_ONCE)];
    for (int left = zeros(); left > 0; left -= some.length) {
      crc.update(some, 0, Math.min(left, some.length));
    }
  }

  /** Returns the first offset at which the two differ, or -1 if they are equal. */
  public int mismatch(Bytes other) {
    int common = Math.min(stored, other.stored);
    int at =
        Arrays.mismatch(
            array, offset, offset + common, other.array, other.offset, other.offset + common);
    if (at >= 0) {
      return at;
    }
    int shorter = Math.min(length, other.length);
    for (at = common; at < Math.min(shorter, Math.max(stored, other.stored)); at++) {
      if (u8(at) != other.u8(at)) {
        return at;
      }
    }
    return length == other.length ? -1 : shorter;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Bytes other && mismatch(other) < 0;
  }

  @Override
  public int hashCode() {
    CRC32 crc = new CRC32();
    addTo(crc);
    return (int) crc.getValue();
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
