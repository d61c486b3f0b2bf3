package mkfsdfu.hex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexReaderTest {
  /** Two gapless lines at 0x08000000 and one byte at 0x08010000. */
  private static final String GOOD =
      """
      :020000040800F2
      :04000000DEADBEEFC4
      :0200040055AAFB
      :020000040801F1
      :010000007788
      :04000005080001C12D
      :00000001FF
      """;

  @Test
  void putsTouchingRecordsTogether() {
    HexFile file = read(GOOD);

    assertThat(file.sections())
        .containsExactly(
            section(0x08000000L, 0xDE, 0xAD, 0xBE, 0xEF, 0x55, 0xAA), section(0x08010000L, 0x77));
    assertThat(file.start()).isEqualTo(new HexStart(5, 0x080001C1L));
  }

  @Test
  void readsRecordsInAnyOrderAndEitherCase() {
    assertThat(read(":020004001122c7\r\n:0400000001020304F2\r\n:00000001ff").sections())
        .containsExactly(section(0, 1, 2, 3, 4, 0x11, 0x22));
  }

  @Test
  void putsATouchingRunBetweenTwoOthers() {
    assertThat(read(":0100020003FA\n:0100000001FE\n:0100010002FC\n:00000001FF\n").sections())
        .containsExactly(section(0, 1, 2, 3));
  }

  @Test
  void readsSegmentedAddresses() {
    HexFile file = read(":020000021200EA\n:0100010055A9\n:0400000300003800C1\n:00000001FF\n");

    assertThat(file.sections()).containsExactly(section(0x12001, 0x55));
    assertThat(file.start()).isEqualTo(new HexStart(3, 0x3800));
  }

  @Test
  void lets64KiBOfALinearAddressBePassed() {
    assertThat(read(":020000040800F2\n:02FFFF000102FD\n:00000001FF\n").sections())
        .containsExactly(section(0x0800FFFFL, 1, 2));
  }

  @Test
  void readsAFileWithoutData() {
    assertThat(read(":00000001FF\n\n").sections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | line 1: is the last, and no end-of-file record follows
          :0100000077                         | line 1: has 5 bytes, expected 6 by its first one
          :010000007788/:                     | line 2: has 0 bytes, expected 5 by its first one
          :010000007788/x                     | line 2: begins with 'x', expected a colon
          :010000007788//:00000001FF          | line 2: begins with byte 0x0a, expected a colon
          :0100000077G8/:00000001FF           | line 1: has 'G' where a hexadecimal digit is expected
          :01000000778/:00000001FF            | line 1: ends inside a byte
          :010000007788 /:00000001FF          | line 1: has byte 0x20 where a hexadecimal digit
          :010000007789/:00000001FF           | line 1: has checksum 0x89, expected 0x88
          :010000007788                       | line 1: is the last, and no end-of-file record follows
          :0000000AF6/:00000001FF             | line 1: has type 10, expected 0 to 5
          :010000017787                       | line 1: has 1 data bytes, expected 0 in a record of type 1
          :0100000408F3/:00000001FF           | line 1: has 1 data bytes, expected 2 in a record of type 4
          :020000050800F1/:00000001FF         | line 1: has 2 data bytes, expected 4 in a record of type 5
          :00000001FF/:010000007788           | line 2: follows the end-of-file record
          :00000001FF/junk                    | line 2: follows the end-of-file record
          :010000007788/:010000007788         | line 2: has data for 0x00000000 on, some of which an earlier
          :010002007588/:03000000010203F7     | line 2: has data for 0x00000000 on, some of which an earlier
          :02000004FFFFFC/:02FFFF000102FD     | line 2: has data that pass the last address, 0xffffffff
          :020000021000EC/:02FFFF000102FD     | line 2: has data that wrap around the end of their segment
          :0400000500000000F7/:0400000500000000F7 | line 2: has a second start address
          """)
  void refusesWhatIsNotSound(String lines, String message) {
    assertThatThrownBy(() -> read(lines.replace('/', '\n')))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("fw.hex, " + message);
  }

  @Test
  void refusesALineLongerThanAnyRecord() {
    assertThatThrownBy(() -> read(":" + "00".repeat(261) + "\n"))
        .hasMessageContaining("line 1: is longer than a record of 255 data bytes");
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < GOOD.length() - 1; length++) {
      String cut = GOOD.substring(0, length);

      assertThatThrownBy(() -> read(cut)).isInstanceOf(DataFailure.class);
    }
  }

  @Test
  void refusesEverySingleWrongDigit() {
    for (int i = 0; i < GOOD.length(); i++) {
      char right = GOOD.charAt(i);
      for (char wrong : "0123456789ABCDEF".toCharArray()) {
        if (right != '\n' && right != ':' && right != wrong) {
          String spoilt = GOOD.substring(0, i) + wrong + GOOD.substring(i + 1);

          assertThatThrownBy(() -> read(spoilt))
              .as("character %d as %s", i, wrong)
              .isInstanceOf(DataFailure.class);
        }
      }
    }
  }

  @Test
  void readsOrRefusesWhateverComes() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      byte[] spoilt = GOOD.getBytes(StandardCharsets.ISO_8859_1);
      for (int change = random.nextInt(4); change >= 0; change--) {
        spoilt[random.nextInt(spoilt.length)] =
            (byte) (random.nextBoolean() ? random.nextInt(256) : GOOD.charAt(random.nextInt(20)));
      }
      assertThatCode(
              () -> {
                try {
                  HexReader.read("fw.hex", Bytes.wrap(spoilt));
                } catch (DataFailure e) {
                  assertThat(e).hasMessageContaining("fw.hex, line ");
                }
              })
          .doesNotThrowAnyException();
    }
  }

  private static HexFile read(String text) {
    return HexReader.read("fw.hex", Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static FlashBytes section(long address, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new FlashBytes(new Address(address), Bytes.wrap(bytes));
  }
}
