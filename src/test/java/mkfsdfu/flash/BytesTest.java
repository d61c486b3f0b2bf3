package mkfsdfu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Zeros that take no memory behave as zeros that do. */
class BytesTest {
  private static final int STORED = 100;
  private static final int LENGTH = 200_000;

  private final byte[] plain = new byte[LENGTH];
  private final Bytes bytes;

  BytesTest() {
    byte[] stored = new byte[STORED];
    new Random(3).nextBytes(stored);
    System.arraycopy(stored, 0, plain, 0, STORED);
    bytes = Bytes.wrap(stored, LENGTH);
  }

  @Test
  void everySliceIsAsIfAllWereStored() {
    int[] borders = {0, 1, 99, 100, 101, 150, LENGTH - 1, LENGTH};
    for (int from : borders) {
      for (int to : borders) {
        if (from <= to) {
          byte[] expected = Arrays.copyOfRange(plain, from, to);
          expectSame(bytes.slice(from, to - from), expected);
        }
      }
    }
  }

  private static void expectSame(Bytes slice, byte[] expected) {
    Bytes stored = Bytes.wrap(expected);
    assertThat(slice.length()).isEqualTo(expected.length);
    assertThat(slice.toArray()).isEqualTo(expected);
    assertThat(slice.buffer()).isEqualTo(stored.buffer());
    assertThat(slice.latin1()).isEqualTo(stored.latin1());
    assertThat(slice).isEqualTo(stored).hasSameHashCodeAs(stored);
    assertThat(stored).isEqualTo(slice);
    byte[] copy = new byte[expected.length + 2];
    Arrays.fill(copy, (byte) '.');
    slice.copyTo(0, copy, 1, slice.length());
    assertThat(Arrays.copyOfRange(copy, 1, expected.length + 1)).isEqualTo(expected);
    assertThat(copy[0]).isEqualTo(copy[expected.length + 1]).isEqualTo((byte) '.');
    if (expected.length > 3) {
      int last = expected.length - 4;
      assertThat(slice.u32(last)).isEqualTo(stored.u32(last));
      assertThat(slice.hasText(last, "\0\0\0\0")).isEqualTo(stored.hasText(last, "\0\0\0\0"));
    }
  }

  @Test
  void checksumIsThatOfAll() {
    CRC32 expected = new CRC32();
    expected.update(plain);
    CRC32 crc = new CRC32();
    bytes.addTo(crc);
    assertThat(crc.getValue()).isEqualTo(expected.getValue());
  }

  @Test
  void findsTheFirstDifferenceBehindWhatIsStored() {
    plain[150] = 1;
    assertThat(bytes.mismatch(Bytes.wrap(plain))).isEqualTo(150);
    assertThat(Bytes.wrap(plain).mismatch(bytes)).isEqualTo(150);
    assertThat(bytes.mismatch(bytes.slice(0, 120))).isEqualTo(120);
    assertThat(bytes.slice(0, 120).mismatch(bytes)).isEqualTo(120);
  }

  @Test
  void findsTheFirstOfSeveralInStrides() {
    boolean[] none = new boolean[256];
    boolean[] some = new boolean[256];
    some[plain[60] & 0xff] = true;
    some[plain[93] & 0xff] = true;
    boolean[] zero = new boolean[256];
    zero[0] = true;
    for (int[] slice : new int[][] {{0, LENGTH}, {7, 90}, {50, 300}, {150, 20}}) {
      Bytes part = bytes.slice(slice[0], slice[1]);
      for (boolean[] wanted : new boolean[][] {none, some, zero}) {
        for (int stride = 1; stride < 12; stride++) {
          for (int from = 0; from < 130; from++) {
            expectFirst(part, wanted, from, stride);
          }
        }
      }
    }
  }

  private static void expectFirst(Bytes part, boolean[] wanted, int from, int stride) {
    int expected = from;
    while (expected < part.length() && !wanted[part.u8(expected)]) {
      expected += stride;
    }
    int found = part.firstOf(wanted, from, stride);
    if (expected < part.length()) {
      assertThat(found).isEqualTo(expected);
    } else {
      assertThat(found).isGreaterThanOrEqualTo(part.length());
    }
  }

  @Test
  void tellsWhatIsStoredFromWhatIsNot() {
    assertThat(bytes.zeros()).isEqualTo(LENGTH - STORED);
    assertThat(bytes.withoutZeros()).isEqualTo(Bytes.wrap(Arrays.copyOf(plain, STORED)));
    assertThat(bytes.slice(STORED + 1, 5).zeros()).isEqualTo(5);
    assertThat(bytes.slice(0, STORED).zeros()).isZero();
  }

  @Test
  void hasBounds() {
    assertThatThrownBy(() -> bytes.u8(LENGTH)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> bytes.slice(LENGTH, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Bytes.wrap(new byte[2], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
