package mkfsdfu.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sectors are those of an STM32F405 (ST's RM0090, table 5). */
class EraseRulesTest {
  private static final EraseMap F405 =
      EraseMap.parse("4x16K@0x08000000,1x64K@0x08010000,7x128K@0x08020000");

  /** What conflicts among parts that are given as address and size by turns. */
  private static List<EraseRules.Conflict> conflicts(long... places) {
    List<EraseRules.Flashed> flashed = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      Region region = new Region(new Address(places[i]), places[i + 1]);
      flashed.add(new EraseRules.Flashed("part at " + region, region));
    }
    return EraseRules.conflicts(flashed, F405, "PYBV11");
  }

  @Test
  void findsNothingWhereEachElementHasSectorsOfItsOwn() {
    assertThat(conflicts(0x08000000, 15504, 0x08004000, 114688, 0x08020000, 363336)).isEmpty();
    assertThat(conflicts(0x080e0000, 131072)).isEmpty();
  }

  @Test
  void findsASharedSector() {
    String expected =
        "part at 0x0801c000-0x0801ffff shares the erase sector 0x08010000-0x0801ffff with"
            + " part at 0x08004000-0x08013fff: flashing one wipes the other";

    assertThat(conflicts(0x08004000, 65536, 0x0801c000, 16384))
        .containsExactly(new EraseRules.Conflict(EraseRules.Kind.SHARED, expected));
  }

  @Test
  void findsEachOfSeveralInOneSector() {
    assertThat(conflicts(0x08020000, 8, 0x08030000, 8, 0x08038000, 8)).hasSize(2);
  }

  @Test
  void findsWhatPassesTheEndOfTheFlashOrLiesInNone() {
    assertThat(conflicts(0x080e0000, 131073))
        .extracting(EraseRules.Conflict::text)
        .containsExactly(
            "part at 0x080e0000-0x08100000 passes the end of the flash of PYBV11,"
                + " 0x08000000-0x080fffff");
    assertThat(conflicts(0x08100000, 8, 0x80000000L, 8))
        .allMatch(conflict -> conflict.kind() == EraseRules.Kind.OUTSIDE)
        .extracting(EraseRules.Conflict::text)
        .containsExactly(
            "part at 0x08100000-0x08100007 lies in no flash of PYBV11",
            "part at 0x80000000-0x80000007 lies in no flash of PYBV11");
  }

  @Test
  void passesOverEmptyElements() {
    assertThat(conflicts(0x08020000, 8, 0x08020010, 0, 0x90000000L, 0)).isEmpty();
  }
}
