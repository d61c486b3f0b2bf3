package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the erase sectors of the boards against MicroPython's flash.c and ST's part numbers. */
class ChipFlashTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();
  private static final Address START = new Address(0x08000000);

  /** ST's part numbers: the letter after the one for the pins is the size of the flash, in KiB. */
  private static final Map<Character, Integer> KIB =
      Map.of(
          'B', 128, 'C', 256, 'D', 384, 'E', 512, 'G', 1024, 'H', 1536, 'I', 2048, 'J', 4096, 'Z',
          192);

  /** The chips of boards whose banner has less than a part number, by the boards' schematics. */
  private static final Map<String, String> PART_NUMBERS =
      Map.ofEntries(
          Map.entry("ARDUINO_GIGA", "STM32H747XI"),
          Map.entry("ARDUINO_NICLA_VISION", "STM32H747AI"),
          Map.entry("ARDUINO_OPTA", "STM32H747XI"),
          Map.entry("ARDUINO_PORTENTA_H7", "STM32H747XI"),
          Map.entry("B_L475E_IOT01A", "STM32L475VG"),
          Map.entry("HYDRABUS", "STM32F405RG"),
          Map.entry("LEGO_HUB_NO6", "STM32F413VG"),
          Map.entry("LEGO_HUB_NO7", "STM32F413RG"),
          Map.entry("LIMIFROG", "STM32L476RE"),
          Map.entry("MIKROE_CLICKER2_STM32", "STM32F407VG"),
          Map.entry("NUCLEO_F401RE", "STM32F401RE"),
          Map.entry("NUCLEO_F411RE", "STM32F411RE"),
          Map.entry("NUCLEO_F412ZG", "STM32F412ZG"),
          Map.entry("NUCLEO_F413ZH", "STM32F413ZH"),
          Map.entry("NUCLEO_F429ZI", "STM32F429ZI"),
          Map.entry("NUCLEO_F446RE", "STM32F446RE"),
          Map.entry("NUCLEO_F722ZE", "STM32F722ZE"),
          Map.entry("NUCLEO_F746ZG", "STM32F746ZG"),
          Map.entry("NUCLEO_F756ZG", "STM32F756ZG"),
          Map.entry("NUCLEO_F767ZI", "STM32F767ZI"),
          Map.entry("NUCLEO_G0B1RE", "STM32G0B1RE"),
          Map.entry("NUCLEO_G474RE", "STM32G474RE"),
          Map.entry("NUCLEO_H743ZI", "STM32H743ZI"),
          Map.entry("NUCLEO_H743ZI2", "STM32H743ZI"),
          Map.entry("NUCLEO_H753ZI", "STM32H753ZI"),
          Map.entry("NUCLEO_L152RE", "STM32L152RE"),
          Map.entry("OLIMEX_E407", "STM32F407ZG"),
          Map.entry("OLIMEX_H407", "STM32F407ZG"),
          Map.entry("STM32F411DISC", "STM32F411VE"),
          Map.entry("STM32F429DISC", "STM32F429ZI"),
          Map.entry("STM32F439", "STM32F439ZI"),
          Map.entry("STM32F469DISC", "STM32F469NI"),
          Map.entry("STM32F4DISC", "STM32F407VG"),
          Map.entry("STM32F769DISC", "STM32F769NI"),
          Map.entry("STM32F7DISC", "STM32F746NG"),
          Map.entry("STM32H747I_DISCO", "STM32H747XI"),
          Map.entry("STM32L476DISC", "STM32L476VG"),
          Map.entry("STM32L496GDISC", "STM32L496AG"));

  static Stream<BoardBuild> buildsWithFlash() {
    return CATALOG.boards().stream()
        .flatMap(board -> board.builds().stream())
        .filter(build -> !build.mcu().startsWith("STM32N6"));
  }

  @ParameterizedTest
  @MethodSource("buildsWithFlash")
  void endsWhereThePartNumberSays(BoardBuild build) {
    String part = PART_NUMBERS.getOrDefault(build.board(), build.mcu());

    assertThat(build.eraseMap().flashAt(START))
        .contains(new Region(START, KIB.get(part.charAt("STM32F405R".length())) * 1024L));
  }

  /**
   * flash.c knows a family's sectors, not each chip's: it may go on beyond the chip, or end before.
   * Where it is wrong, ST's reference manuals are right: RM0430 gives the F413 128 KiB sectors to
   * the end, RM0455 the H7B3 sectors of 8 KiB, RM0038 the L152 pages of 256 bytes.
   */
  @Test
  void hasTheSectorsOfFlashC() {
    int compared = 0;
    for (Map<String, String> row : Csv.rows("firmware.csv")) {
      BoardBuild build = CATALOG.find(row.get("board")).orElseThrow();
      if (row.get("flash_sectors").isEmpty() || build.mcu().matches("STM32(H7B3|L152).*")) {
        continue;
      }
      EraseMap theirs = EraseMap.parse(row.get("flash_sectors"));
      Region ours = build.eraseMap().flashAt(START).orElseThrow();
      for (long at = START.value(); at < ours.end(); at += 0x4000) {
        Address address = new Address(at);
        boolean wrong = build.mcu().equals("STM32F413") && at >= 0x08100000;
        if (!wrong && theirs.sectorAt(address).isPresent()) {
          assertThat(build.eraseMap().sectorAt(address))
              .as(build.name() + " at " + address)
              .isEqualTo(theirs.sectorAt(address));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5000);
  }

  @Test
  void hasTheSectorsOfTheReferenceManualWhereFlashCIsWrong() {
    assertThat(sectorBytes("NUCLEO_F413ZH", "0x08100000")).isEqualTo(128 * 1024);
    assertThat(sectorBytes("NUCLEO_F413ZH", "0x0817ffff")).isEqualTo(128 * 1024);
    assertThat(sectorBytes("STM32H7B3I_DK", "0x08000000")).isEqualTo(8 * 1024);
    assertThat(sectorBytes("NUCLEO_L152RE", "0x08064000")).isEqualTo(256);
  }

  /** MBOOT_SPIFLASH_LAYOUT of the boards' mpconfigboard.h. */
  @Test
  void hasThePagesThatMbootErasesInExternalChips() {
    assertThat(sectorBytes("PYBD_SF2", "0x801fffff")).isEqualTo(32 * 1024);
    assertThat(sectorBytes("PYBD_SF3", "0x90000000")).isEqualTo(32 * 1024);
    assertThat(sectorBytes("PYBD_SF6", "0x80000000")).isEqualTo(4 * 1024);
    assertThat(sectorBytes("LEGO_HUB_NO6", "0x81ffffff")).isEqualTo(4 * 1024);
    assertThat(sectorBytes("LEGO_HUB_NO7", "0x803fffff")).isEqualTo(4 * 1024);
    assertThat(sectorBytes("STM32F769DISC-mboot", "0x93ffffff")).isEqualTo(128 * 1024);
    assertThat(sectorBytes("NUCLEO_N657X0", "0x73ffffff")).isEqualTo(4 * 1024);
    assertThat(sectorBytes("OPENMV_N6", "0x71ffffff")).isEqualTo(4 * 1024);
  }

  private static long sectorBytes(String board, String address) {
    EraseMap map = CATALOG.find(board).orElseThrow().eraseMap();
    return map.sectorAt(Address.parse(address)).orElseThrow().bytes();
  }
}
