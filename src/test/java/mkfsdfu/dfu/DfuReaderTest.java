package mkfsdfu.dfu;

import static mkfsdfu.dfu.SampleDfu.with;
import static mkfsdfu.dfu.SampleDfu.withCrc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import mkfsdfu.dfu.DfuReading.SizeField;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A good file is spoiled in one place at a time; what it should be stands in ST UM0391. */
class DfuReaderTest {
  private static final byte[] GOOD = SampleDfu.bytes();
  private static final byte[] GOOD_WITH_SUFFIX_COUNTED =
      withCrc(with(GOOD, SampleDfu.SIZE_FIELD, 4, SampleDfu.FILE_BYTES));

  @Test
  void readsEveryField() {
    assertThat(DfuReader.read("a.dfu", Bytes.wrap(GOOD))).isEqualTo(SampleDfu.value());
  }

  @Test
  void endsANameAtItsFirstZeroByte() {
    DfuFile file = DfuReader.read("a.dfu", Bytes.wrap(GOOD));

    assertThat(file.targets())
        .extracting(DfuTarget::name)
        .containsExactly("Flash", "x".repeat(255));
  }

  @Test
  void tellsWhatTheSizeFieldCounts() {
    assertThat(examine(GOOD).sizeField()).isEqualTo(SizeField.WITHOUT_SUFFIX);
    assertThat(examine(GOOD_WITH_SUFFIX_COUNTED).sizeField()).isEqualTo(SizeField.WITH_SUFFIX);
  }

  @Test
  void readsTheSameFromBothSizeConventions() {
    assertThat(DfuReader.read("a.dfu", Bytes.wrap(GOOD_WITH_SUFFIX_COUNTED)))
        .isEqualTo(SampleDfu.value());
  }

  @Test
  void sharesTheMemoryOfTheFile() {
    byte[] array = GOOD.clone();
    DfuFile file = DfuReader.read("a.dfu", Bytes.wrap(array));
    array[SampleDfu.ELEMENT_1 + 8] = 99;

    assertThat(file.targets().get(0).elements().get(0).data().u8(0)).isEqualTo(99);
  }

  @Test
  void refusesEveryTruncation() {
    for (byte[] good : new byte[][] {GOOD, GOOD_WITH_SUFFIX_COUNTED}) {
      for (int length = 0; length < good.length; length++) {
        refused(Arrays.copyOf(good, length))
            .as("%d bytes", length)
            .hasMessageContaining("file ends inside")
            .hasMessageContaining("expected")
            .hasMessageContaining("it is damaged: fetch or make it again");
      }
    }
  }

  @Test
  void refusesEveryFlippedBit() {
    for (int at = 0; at < GOOD.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = GOOD.clone();
        flipped[at] ^= (byte) (1 << bit);
        refused(flipped).as("bit %d of byte %d", bit, at).hasMessageContaining("expected");
      }
    }
  }

  @Test
  void tellsWhoGivesARawBinaryWhereItGoes() {
    refused(new byte[4096])
        .hasMessage(
            "a.dfu, offset 0: signature of the file is 00 00 00 00 00, expected 44 66 75 53 65"
                + " (DfuSe); give the firmware as .dfu; raw bytes go in with -b ADDR:FILE");
  }

  @Test
  void refusesBytesThatNobodyOwns() {
    for (int more : new int[] {1, 16, 512}) {
      refused(Arrays.copyOf(GOOD, GOOD.length + more))
          .hasMessageStartingWith("a.dfu, offset " + SampleDfu.SUFFIX + ": ")
          .hasMessageContaining(
              (16 + more) + " bytes follow the last target, expected a suffix of 16");
    }
  }

  static Stream<Arguments> spoiledFields() {
    int suffix = SampleDfu.SUFFIX;
    return Stream.of(
        spoiled(0, 1, 'd', 0, "signature of the file is 64 66 75 53 65, expected 44 66 75 53 65"),
        spoiled(5, 1, 2, 5, "DfuSe version is 0x02, expected 0x01"),
        spoiled(SampleDfu.SIZE_FIELD, 4, 0, 6, "DFUImageSize is 0, expected 607 (without"),
        spoiled(SampleDfu.SIZE_FIELD, 4, 610, 6, "DFUImageSize is 610, expected 607 (without"),
        spoiled(SampleDfu.SIZE_FIELD, 4, 0xFFFFFFFFL, 6, "4294967295, expected 607 (without"),
        spoiled(SampleDfu.TARGETS_FIELD, 1, 1, SampleDfu.TARGET_2, "301 bytes follow the last"),
        spoiled(SampleDfu.TARGETS_FIELD, 1, 3, suffix, "file ends inside the prefix of target 3"),
        spoiled(SampleDfu.TARGET_1, 1, 't', 11, "signature of target 1 is 74 61 72 67 65 74"),
        spoiled(SampleDfu.TARGET_1_SIZE, 4, 36, 277, "target 1 has size 36, expected 37"),
        spoiled(SampleDfu.TARGET_1_SIZE, 4, 0xFFFFFFFFL, 277, "size 4294967295, expected 37"),
        spoiled(SampleDfu.TARGET_1_ELEMENTS, 4, 1, 277, "target 1 has size 37, expected 13"),
        spoiled(SampleDfu.TARGET_1_ELEMENTS, 4, 0, 277, "target 1 has size 37, expected 0"),
        spoiled(SampleDfu.TARGET_1_ELEMENTS, 4, 0xFFFFFFFFL, 330, "file ends inside element 3 of"),
        spoiled(
            SampleDfu.ELEMENT_1 + 4, 4, 0xF8000000L, 285, "element 1 of target 1 has 4160749568"),
        spoiled(
            SampleDfu.ELEMENT_1 + 4, 4, 0x7FFFFFFFL, 293, "found 330 bytes, expected 2147483647"),
        spoiled(SampleDfu.ELEMENT_1, 4, 0xFFFFFFFCL, 285, "5 bytes from 0xfffffffc, expected an"),
        spoiled(SampleDfu.TARGET_2, 1, 0, SampleDfu.TARGET_2, "signature of target 2 is 00 61"),
        spoiled(
            suffix + 6, 2, 0x0100, suffix + 6, "bcdDFU of the suffix is 0x0100, expected 0x011a"),
        spoiled(
            suffix + 8, 1, 'D', suffix + 8, "the DFU suffix is 44 46 44, expected 55 46 44 (UFD)"),
        spoiled(
            suffix + 11, 1, 17, suffix + 11, "length of the DFU suffix is 0x11, expected 0x10"));
  }

  private static Arguments spoiled(int at, int bytes, long value, int offset, String message) {
    return Arguments.of(withCrc(with(GOOD, at, bytes, value)), offset, message);
  }

  @ParameterizedTest
  @MethodSource("spoiledFields")
  void refusesASpoiledFieldAndSaysWhere(byte[] spoiled, int offset, String message) {
    refused(spoiled)
        .hasMessageStartingWith("a.dfu, offset " + offset + ": ")
        .hasMessageContaining(message)
        .hasMessageContaining("; ");
  }

  @Test
  void refusesAWrongChecksumWithBothValues() {
    refused(with(GOOD, GOOD.length - 4, 4, 0x0BADF00DL))
        .hasMessageStartingWith("a.dfu, offset " + (GOOD.length - 4) + ": ")
        .hasMessageContaining("CRC of the suffix is 0x0badf00d, expected 0x")
        .hasMessageContaining(Long.toHexString(examine(GOOD).storedCrc()));
  }

  @Test
  void examinesAFileWhoseContentWasDamaged() {
    byte[] damaged = with(GOOD, SampleDfu.ELEMENT_1 + 8, 1, 99);

    DfuReading reading = examine(damaged);

    assertThat(reading.crcMatches()).isFalse();
    assertThat(reading.storedCrc()).isEqualTo(examine(GOOD).storedCrc());
    assertThat(reading.computedCrc()).isEqualTo(examine(withCrc(damaged)).storedCrc());
    assertThat(reading.file().targets().get(0).elements().get(0).data().u8(0)).isEqualTo(99);
    assertThat(examine(GOOD).crcMatches()).isTrue();
  }

  @Test
  void readsAnElementThatEndsWithTheAddressSpace() {
    DfuFile file = read(with(GOOD, SampleDfu.ELEMENT_1, 4, 0xFFFFFFFBL));

    assertThat(file.targets().get(0).elements().get(0).region().end()).isEqualTo(1L << 32);
  }

  @Test
  void readsElementsThatTouch() {
    DfuFile file = read(with(GOOD, SampleDfu.ELEMENT_1, 4, 0x08000010L));

    assertThat(file.targets().get(0).elements()).hasSize(2);
  }

  @Test
  void refusesElementsThatOverlapByOneByte() {
    for (long start : new long[] {0x0800000FL, 0x07FFFFFCL, 0x08000004L, 0x08000000L}) {
      refused(withCrc(with(GOOD, SampleDfu.ELEMENT_1, 4, start)))
          .hasMessageStartingWith("a.dfu, offset " + SampleDfu.ELEMENT_2 + ": ")
          .hasMessageContaining(
              "element 2 of target 1 (0x08000000-0x0800000f) overlaps element 1 of")
          .hasMessageContaining("expected every address once");
    }
  }

  @Test
  void refusesAnOverlapBetweenTargetsOfOneAlternateSetting() {
    refused(withCrc(with(GOOD, SampleDfu.TARGET_2_SETTING, 1, 0)))
        .hasMessageContaining("element 1 of target 2 (0x08000004-0x08000006)")
        .hasMessageContaining("overlaps element 2 of target 1 (0x08000000-0x0800000f)");
  }

  @Test
  void findsAnOverlapAmongThousandsOfElements() {
    int elements = 5000;
    int imageBytes = 11 + 274 + elements * 9;
    byte[] many = Arrays.copyOf(GOOD, imageBytes + 16);
    System.arraycopy(GOOD, SampleDfu.SUFFIX, many, imageBytes, 12);
    many = with(many, SampleDfu.SIZE_FIELD, 4, imageBytes);
    many = with(many, SampleDfu.TARGETS_FIELD, 1, 1);
    many = with(many, SampleDfu.TARGET_1_SIZE, 4, elements * 9L);
    many = with(many, SampleDfu.TARGET_1_ELEMENTS, 4, elements);
    for (int i = 0; i < elements; i++) {
      many[SampleDfu.ELEMENT_1 + i * 9 + 8] = (byte) i;
      // A number odd and coprime to the count visits the addresses out of order, each once.
      set(many, SampleDfu.ELEMENT_1 + i * 9, (i * 3457L) % elements);
      set(many, SampleDfu.ELEMENT_1 + i * 9 + 4, 1);
    }

    assertThat(read(many).targets().get(0).elements()).hasSize(elements);

    set(many, SampleDfu.ELEMENT_1 + (elements - 1) * 9, 3457L);
    refused(withCrc(many))
        .hasMessageContaining(
            "element 5000 of target 1 (0x00000d81-0x00000d81) overlaps element 2 of");
  }

  @Test
  void readsAnEmptyElementAnywhere() {
    byte[] withEmpty = new byte[GOOD.length - 5];
    int dataEnd = SampleDfu.ELEMENT_2;
    System.arraycopy(GOOD, 0, withEmpty, 0, dataEnd - 5);
    System.arraycopy(GOOD, dataEnd, withEmpty, dataEnd - 5, GOOD.length - dataEnd);
    withEmpty = with(withEmpty, SampleDfu.SIZE_FIELD, 4, SampleDfu.SUFFIX - 5);
    withEmpty = with(withEmpty, SampleDfu.TARGET_1_SIZE, 4, 8 + 8 + 16);
    withEmpty = with(withEmpty, SampleDfu.ELEMENT_1, 4, 0x08000008L);
    withEmpty = with(withEmpty, SampleDfu.ELEMENT_1 + 4, 4, 0);

    DfuElement empty = read(withEmpty).targets().get(0).elements().get(0);

    assertThat(empty.region().toString()).isEqualTo("0x08000008 (empty)");
  }

  @Test
  void readsAFileWithoutTargets() {
    byte[] none = Arrays.copyOf(GOOD, 11 + 16);
    System.arraycopy(GOOD, SampleDfu.SUFFIX, none, 11, 12);
    none = with(with(none, SampleDfu.SIZE_FIELD, 4, 11), SampleDfu.TARGETS_FIELD, 1, 0);

    assertThat(read(none).targets()).isEmpty();
  }

  private static DfuReading examine(byte[] file) {
    return DfuReader.examine("a.dfu", Bytes.wrap(file));
  }

  private static DfuFile read(byte[] file) {
    return DfuReader.read("a.dfu", Bytes.wrap(withCrc(file)));
  }

  private static void set(byte[] file, int at, long value) {
    System.arraycopy(with(new byte[4], 0, 4, value), 0, file, at, 4);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] file) {
    return assertThatThrownBy(() -> DfuReader.read("a.dfu", Bytes.wrap(file)))
        .isExactlyInstanceOf(DataFailure.class)
        .hasMessageStartingWith("a.dfu, offset ");
  }
}
