package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardCatalogTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();

  private static final String GOOD =
      "SYNTH|default PRO|Synth One|STM32F405RG|f4-1m|rom|0x08000000 0x08020000|internal"
          + "|0x08004000+112K|512|fat|synth";

  private static BoardCatalog with(String... lines) {
    String text = String.join("\n", lines);
    return CATALOG.with("own.txt", Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "PYBV11, PYBV11",
    "pybv11, PYBV11",
    "PYBV11-DP_THREAD, PYBV11-DP_THREAD",
    "pybv11-MBOOT, PYBV11-mboot",
    "PYBD_SF2-mboot, PYBD_SF2",
    "NUCLEO_N657X0-no-mboot, NUCLEO_N657X0-no-mboot",
    "PYBv1.1, PYBV11",
    "NUCLEO-F401RE, NUCLEO_F401RE",
    "WEACT_F411_BLACKPILL-v31_flash_8m, WEACT_F411_BLACKPILL-V31_FLASH_8M"
  })
  void findsABuildByItsNames(String typed, String name) {
    assertThat(CATALOG.find(typed)).map(BoardBuild::name).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PYB", "PYBV11-", "PYBV11-NOPE", "CERB40-mboot", "-mboot"})
  void findsNothingElse(String typed) {
    assertThat(CATALOG.find(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PYBV12, PYBV10",
    "PYBV11-DB, PYBV11-DP",
    "NUCLEO-F41RE, NUCLEO_F401RE",
    "PYBD SF3, PYBD_SF3",
    "NUCLEO_H743ZI3, NUCLEO_H743ZI",
    "nucleo_wb5, NUCLEO_WB55"
  })
  void suggestsTheNearestName(String typed, String name) {
    assertThat(CATALOG.nearest(typed)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ESP32_GENERIC", "", "what on earth is this supposed to be"})
  void suggestsNothingForANameThatIsLikeNone(String typed) {
    assertThat(CATALOG.nearest(typed)).isEmpty();
  }

  @Test
  void listsTheFilesystemsAtAnAddressSmallestFirst() {
    List<BoardBuild> found = CATALOG.withFilesystemAt(Address.parse("0x08004000"));

    assertThat(found)
        .extracting(build -> bytes(build))
        .isSorted()
        .startsWith(65536L)
        .endsWith(245760L);
    assertThat(found).extracting(BoardBuild::name).contains("PYBV11", "NUCLEO_F413ZH");
    assertThat(found)
        .extracting(BoardBuild::name)
        .doesNotContain("PYBV11-DP", "PYBV11-mboot", "ADAFRUIT_F405_EXPRESS");
    assertThat(CATALOG.withFilesystemAt(Address.parse("0x08004200"))).isEmpty();
  }

  private static long bytes(BoardBuild build) {
    return ((Reach.Reachable) build.reach()).partition().bytes();
  }

  @Test
  void knowsWhichFilesystemsTheProcessorReadsInPlace() {
    assertThat(memoryMapped("PYBV11")).isTrue();
    assertThat(memoryMapped("NUCLEO_N657X0")).isTrue();
    assertThat(memoryMapped("STM32F769DISC-mboot")).isTrue();
    assertThat(memoryMapped("PYBD_SF2")).isFalse();
    assertThat(memoryMapped("LEGO_HUB_NO7")).isFalse();
  }

  private static boolean memoryMapped(String name) {
    return CATALOG.find(name).orElseThrow().filesystem().storage().memoryMapped();
  }

  @Test
  void dropsALabelThatFatFsRefuses() {
    assertThat(label("Portenta H7")).isEqualTo("PORTENTA H7");
    assertThat(label("Portenta H78")).isEmpty();
    assertThat(label("a.b")).isEmpty();
    assertThat(label("caf\u00e9")).isEmpty();
    assertThat(label("")).isEmpty();
  }

  private static String label(String wanted) {
    return new FlashFilesystem(Storage.INTERNAL, List.of(), true, 512, List.of("fat"), wanted)
        .label();
  }

  @Test
  void takesAProductsOwnBoard() {
    BoardCatalog own = with("\uFEFF[boards]", GOOD);

    BoardBuild build = own.find("synth-pro").orElseThrow();
    assertThat(build.banner()).isEqualTo("Synth One with STM32F405RG");
    assertThat(build.filesystem().label()).isEqualTo("SYNTH");
    assertThat(build.reach())
        .isEqualTo(
            new Reach.Reachable(
                new Partition(List.of(new Region(Address.parse("0x08004000"), 114688)), 512)));
    assertThat(own.boards()).hasSize(82).first().extracting(Board::name).isEqualTo("SYNTH");
    assertThat(CATALOG.find("SYNTH")).isEmpty();
  }

  @Test
  void takesTheBoardOfTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/boards.md"));
    int from = page.indexOf("```\n") + 4;
    BoardCatalog own = with(page.substring(from, page.indexOf("```", from)));

    assertThat(bytes(own.find("SYNTH-mono").orElseThrow())).isEqualTo(8 << 20);
  }

  @Test
  void takesAProductsOwnEraseSectorsAndBuildsOnOurs() {
    BoardCatalog own =
        with(
            "[flash]",
            "eeprom | 2x64K@0x80000000",
            "both | f4-512k, eeprom",
            "f4-512k | 1x512K@0x08000000",
            "[boards]",
            GOOD.replace("f4-1m", "both"),
            GOOD.replace("SYNTH", "SYNTH2").replace("f4-1m", "f4-512k"));

    assertThat(own.find("SYNTH").orElseThrow().eraseMap())
        .isEqualTo(
            EraseMap.parse("4x16K@0x08000000,1x64K@0x08010000,3x128K@0x08020000,2x64K@0x80000000"));
    assertThat(own.find("SYNTH2").orElseThrow().eraseMap())
        .isEqualTo(EraseMap.parse("1x512K@0x08000000"));
    assertThat(own.find("NUCLEO_F401RE").orElseThrow().eraseMap().runs()).hasSize(3);
  }

  @Test
  void prefersAProductsBoardToOursOfThatName() {
    BoardCatalog own = with("[boards]", GOOD.replace("SYNTH", "PYBV11").replace("112K", "64K"));

    assertThat(bytes(own.find("PYBV11").orElseThrow())).isEqualTo(65536);
    assertThat(own.find("PYBV11-mboot")).isEmpty();
    assertThat(own.boards()).hasSize(81);
  }

  @Test
  void asksNoBoardWithoutAFilesystemWhereItWouldBe() {
    BoardCatalog own = with("[boards]", GOOD.replace("internal|0x08004000", "none|see+docs"));

    assertThat(own.withFilesystemAt(Address.parse("0x08004000")))
        .extracting(BoardBuild::name)
        .contains("PYBV11")
        .doesNotContain("SYNTH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "SYNTH%-%found an empty name, expected a board",
        "default PRO% %'' in column 'builds', expected default, mboot",
        "default PRO%PRO PRO%SYNTH with build PRO again, after line 2",
        "|f4-1m|%|f4|%'f4' for erase sectors",
        "|rom|%|ROM|%'ROM' in column 'loader', expected rom, mboot, other or none",
        "0x08000000 0x08020000%here%'here' in column 'firmware at', expected addresses",
        "0x08000000 0x08020000%-%'-' in column 'firmware at', expected addresses",
        "internal%sdcard%'sdcard' in column 'kept in', expected internal, spiflash",
        "0x08004000+112K%0x08004000%'0x08004000' in column 'filesystem at', expected ADDRESS+SIZE",
        "0x08004000+112K%0x08004000+0%in column 'filesystem at', expected ADDRESS+SIZE",
        "0x08004000+112K%0xfffff000+8K%in column 'filesystem at', expected ADDRESS+SIZE",
        "0x08004000+112K%0x08004000+1000%expected whole blocks of 512 bytes",
        "0x08004000+112K%0x08004000+8K 0x08005000+8K%expected segments that do not overlap",
        "|512|%|1024|%'1024' in column 'block', expected 512 or 4096",
        "|fat|%|ext2|%'ext2' in column 'mounts', expected fat, lfs1 or lfs2",
        "|fat|%|-|%'-' in column 'mounts', expected fat, lfs1 or lfs2",
        "|synth%%found 11 columns, expected 12: board | builds | banner name"
      })
  void namesTheCellThatIsWrong(String good, String bad, String expected) {
    String line = GOOD.replace(good, bad == null ? "" : bad);
    assertThatThrownBy(() -> with("[boards]", line))
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith("own.txt:2: found ")
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "f4-1m%1%found a line before any section, expected [flash] or [boards]",
        "[flash]/a|1x1K@0|b%2%found 3 columns, expected 2: name and sectors",
        "[flash]/a|1x1K@0/a|1x1K@0%3%found 'a' again, after line 2",
        "[flash]/a|1x1K@0|b/[flsh]%2%found 3 columns, expected 2: name and sectors",
        "[flsh]%1%found the section '[flsh]', expected [flash] or [boards]"
      })
  void namesTheLineThatIsWrong(String lines, int line, String expected) {
    assertThatThrownBy(() -> with(lines.replace('/', '\n')))
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith("own.txt:" + line + ": ")
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "x|x%'x' for erase sectors, expected a name from [flash]; there, COUNTxSIZE@ADDRESS or a name above",
        "x|nope%'nope' for erase sectors",
        "x|4x@0%found '4x@0', expected COUNTxSIZE@ADDRESS such as",
        "x|1x1K@0x1000, 1x1K@0%sectors from 0x00000000 overlap or descend"
      })
  void namesTheSectorsThatAreWrong(String flash, String expected) {
    assertThatThrownBy(() -> with("[flash]", flash, "[boards]", GOOD.replace("f4-1m", "x")))
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith("own.txt:2: ")
        .hasMessageContaining(expected);
  }
}
