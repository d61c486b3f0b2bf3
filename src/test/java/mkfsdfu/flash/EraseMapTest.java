package mkfsdfu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected sectors are those of ST's RM0090, table 5: the 1 MiB of an STM32F405. */
class EraseMapTest {
  private static final EraseMap F405 =
      EraseMap.parse("4x16K@0x08000000, 1x64K@0x08010000, 7x128K@0x08020000");

  private static final EraseMap TWO_CHIPS = EraseMap.parse("4x128B@0x08000000,2x4K@0x80000000");

  private static Region region(String start, long bytes) {
    return new Region(Address.parse(start), bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0x08000000, 0x08000000, 16384",
    "0x08003fff, 0x08000000, 16384",
    "0x08004000, 0x08004000, 16384",
    "0x0800ffff, 0x0800c000, 16384",
    "0x08010000, 0x08010000, 65536",
    "0x0801ffff, 0x08010000, 65536",
    "0x08020000, 0x08020000, 131072",
    "0x080fffff, 0x080e0000, 131072"
  })
  void findsTheSectorOfAnAddress(String address, String start, long bytes) {
    assertThat(F405.sectorAt(Address.parse(address))).contains(region(start, bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00000000", "0x07ffffff", "0x08100000", "0x80000000", "0xffffffff"})
  void knowsThatAnAddressLiesInNoSector(String address) {
    assertThat(F405.sectorAt(Address.parse(address))).isEmpty();
    assertThat(F405.flashAt(Address.parse(address))).isEmpty();
    assertThat(F405.covers(region(address, 1))).isFalse();
  }

  @Test
  void knowsWhereTheFlashEnds() {
    assertThat(F405.flashAt(Address.parse("0x08012345")))
        .contains(region("0x08000000", 1024 * 1024));
    assertThat(TWO_CHIPS.flashAt(Address.parse("0x080001ff"))).contains(region("0x08000000", 512));
    assertThat(TWO_CHIPS.flashAt(Address.parse("0x80001000"))).contains(region("0x80000000", 8192));
  }

  @Test
  void coversWhatLiesInSectorsWithoutAGap() {
    assertThat(F405.covers(region("0x0800ff00", 0x20000))).isTrue();
    assertThat(F405.covers(region("0x080fffff", 1))).isTrue();
    assertThat(F405.covers(region("0x080fffff", 2))).isFalse();
    assertThat(TWO_CHIPS.covers(region("0x08000000", 0x78001000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0x08000000, 15504, 0x08004000, 114688, ",
    "0x08000000, 16384, 0x08004000, 114688, ",
    "0x08000000, 16385, 0x08004000, 114688, 0x08004000",
    "0x08004000, 49153, 0x08018000, 10, 0x08010000",
    "0x08018000, 10, 0x08004000, 49153, 0x08010000",
    "0x08020000, 10, 0x0803ffff, 1, 0x08020000",
    "0x08020000, 0, 0x08020000, 10, ",
    "0x90000000, 10, 0x90000008, 10, "
  })
  void findsTheSectorThatTwoRegionsShare(
      String one, long oneBytes, String other, long otherBytes, String shared) {
    Region first = region(one, oneBytes);
    Region second = region(other, otherBytes);
    assertThat(F405.sharedSector(first, second).map(sector -> sector.start().toString()))
        .isEqualTo(Optional.ofNullable(shared));
  }

  @Test
  void readsSizesInBytesKibibytesAndMebibytes() {
    assertThat(EraseMap.parse("2x128B@0,3x256@0x100,1x1M@0x08000000").runs())
        .containsExactly(
            new EraseMap.Run(new Address(0), 2, 128),
            new EraseMap.Run(new Address(0x100), 3, 256),
            new EraseMap.Run(new Address(0x08000000), 1, 1 << 20));
    assertThat(EraseMap.parse("").isUnknown()).isTrue();
    assertThat(F405.isUnknown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "16K; not COUNTxSIZE@ADDRESS",
        "4x16K; not COUNTxSIZE@ADDRESS",
        "x16K@0; not COUNTxSIZE@ADDRESS",
        "0x16K@0; not a count and a size of sectors",
        "1x3072M@0; not a count and a size of sectors",
        "2x16K@0xffffc000; leave 32 bits",
        "1x16K@0x4000,1x16K@0; overlap or descend",
        "2x16K@0,1x16K@0x4000; overlap or descend"
      })
  void refusesWhatIsNotAMapOfSectors(String text, String expected) {
    assertThatThrownBy(() -> EraseMap.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThatThrownBy(() -> EraseMap.parse("fourx16K@0"))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("'four' is not a number");
    assertThatThrownBy(() -> EraseMap.parse("4x0K@0"))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("'0K' is not a size");
  }
}
