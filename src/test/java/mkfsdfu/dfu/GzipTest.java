package mkfsdfu.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;

class GzipTest {
  private static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(9).nextBytes(CONTENT);
    Arrays.fill(CONTENT, 1000, 100_000, (byte) 7);
  }

  @Test
  void packsWhatOthersUnpack() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed(CONTENT)))) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @Test
  void saysNothingOfTimeAndPlace() {
    assertThat(Arrays.copyOf(packed(CONTENT), 10))
        .isEqualTo(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF});
  }

  @Test
  void packsNothing() {
    assertThat(Gzip.unpack("fw.dfu.gz", Bytes.wrap(packed(new byte[0]))).length()).isZero();
  }

  @Test
  void givesNoPieceBehindTheLast() {
    Iterator<Bytes> pieces = Gzip.pieces(List.of()).iterator();
    while (pieces.hasNext()) {
      pieces.next();
    }

    assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesEveryTruncation() {
    byte[] good = packed(Arrays.copyOf(CONTENT, 500));
    for (int length = 2; length < good.length; length++) {
      Bytes cut = Bytes.wrap(Arrays.copyOf(good, length));

      assertThatThrownBy(() -> Gzip.unpack("fw.dfu.gz", cut))
          .isInstanceOf(DataFailure.class)
          .hasMessageContaining("fw.dfu.gz: ends inside its compressed data");
    }
  }

  @Test
  void refusesWhatDoesNotMatchItsChecksum() {
    byte[] good = packed(CONTENT);
    good[good.length - 5] ^= 1;

    assertThatThrownBy(() -> Gzip.unpack("fw.dfu.gz", Bytes.wrap(good)))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("cannot be unpacked");
  }

  private static byte[] packed(byte[] content) {
    Bytes bytes = Bytes.wrap(content);
    int half = content.length / 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Bytes piece :
        Gzip.pieces(
            List.of(bytes.slice(0, half), Bytes.EMPTY, bytes.slice(half, content.length - half)))) {
      out.writeBytes(piece.toArray());
    }
    return out.toByteArray();
  }
}
