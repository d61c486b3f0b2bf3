package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mkfsdfu.testing.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardsCommandTest {
  private static final String OWN =
      """
      [flash]
      small | 16x2K@0x08000000
      [boards]
      SYNTH | default | Synth One | STM32F4 | small | rom | 0x08000000 | internal | 0x08004000+16K | 512 | fat | SYNTH
      """;

  @Test
  void listsEveryBuildOnALineOfItsOwn() {
    CommandRun run = CommandRun.of("boards");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(1 + Csv.rows("firmware.csv").size())
        .anyMatch(line -> line.matches("PYBV11 +STM32F405RG +0x08004000 +112\\.0 KiB +DFU"))
        .anyMatch(line -> line.matches("PYBV11-mboot .* no: mboot refuses to write there"))
        .anyMatch(line -> line.matches("NUCLEO_F413ZH .* 0x08004000 0x08040000 +240\\.0 KiB +DFU"))
        .anyMatch(line -> line.matches("LEGO_HUB_NO6 .* 0x80100000 +31\\.0 MiB +DFU, by mboot"))
        .anyMatch(line -> line.matches("NUCLEO_WL55 .* no: littlefs, not FAT"))
        .anyMatch(line -> line.matches("B_L072Z_LRWAN1 +STM32L072CZ +- +- +no: no filesystem .*"));
    for (Map<String, String> names : Csv.rows("board_names.csv")) {
      assertThat(run.out().lines()).anyMatch(line -> line.startsWith(names.get("board") + " "));
    }
  }

  @Test
  void showsOneBoardWithAllBuildsAndAPicture() {
    CommandRun run = CommandRun.of("boards", "pybv11");

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines())
        .contains(
            "PYBV11, PYBV11-DP, PYBV11-DP_THREAD, PYBV11-NETWORK, PYBV11-THREAD",
            "  banner      PYBv1.1 with STM32F405RG",
            "  firmware    0x08000000, 0x08020000",
            "  filesystem  0x08004000-0x0801ffff, 112.0 KiB, internal flash",
            "  block       512 bytes",
            "  formats as  fat (mounts fat, lfs2)",
            "  label       PYBFLASH",
            "  reach       DFU",
            "  = 0x08004000-0x0801ffff   112.0 KiB  filesystem",
            "PYBV11-mboot",
            "  build name  PYBV11",
            "  firmware    0x08020000",
            "  % 0x08000000-0x08007fff    32.0 KiB  mboot");
  }

  @Test
  void showsOnlyTheBuildThatWasNamed() {
    assertThat(CommandRun.of("boards", "PYBV11-mboot").out()).startsWith("PYBV11-mboot\n");
  }

  @Test
  void showsEveryBoardWithinTheWidthOfATerminal() {
    for (String board :
        Csv.rows("board_names.csv").stream().map(row -> row.get("board")).distinct().toList()) {
      CommandRun run = CommandRun.of("boards", board);

      assertThat(run.exit()).as(board).isZero();
      assertThat(run.out().lines().filter(line -> line.matches(" *[#=%.|-]{2}[#=%.| -]*")))
          .as(board)
          .allMatch(line -> line.length() <= 80);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NUCLEO_WL55, formats with littlefs (lfs2), copy the files",
    "B_L072Z_LRWAN1, keeps no filesystem in flash, --bin",
    "VCC_GND_F407ZG, which ST's loader in ROM cannot write, mboot that maps",
    "PYBV11-mboot, which refuses to write 0x08000000-0x08007fff, USE_MBOOT=0",
    "NUCLEO_H7A3ZI_Q-mboot, it is not known where, --fs-addr ADDR:SIZE"
  })
  void tellsWhyABoardCannotBeReachedAndTheWayOut(String name, String reason, String wayOut) {
    List<String> lines = CommandRun.of("boards", name).out().lines().toList();

    assertThat(lines).anyMatch(line -> line.startsWith("  reach ") && line.contains(reason));
    assertThat(lines).anyMatch(line -> line.startsWith("  way out ") && line.contains(wayOut));
  }

  @Test
  void saysWhyAVolumeHasNoLabel() {
    assertThat(CommandRun.of("boards", "ARDUINO_GIGA").out())
        .contains("label       none: 'GIGA R1 WiFi' is no FAT label");
  }

  @Test
  void suggestsTheNearestNameForAnUnknownOne() {
    CommandRun run = CommandRun.of("boards", "NUCLEO_F412RE");

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "mkfsdfu: boards: no board is called 'NUCLEO_F412RE'; did you mean NUCLEO_F411RE?\n");
    assertThat(CommandRun.of("boards", "toaster").err())
        .contains("no board is called 'toaster'; mkfsdfu boards lists all of them");
  }

  @Test
  void takesBoardsFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("own.txt"), OWN);

    assertThat(CommandRun.of("boards", "--board-file", file).out().lines().skip(1))
        .first()
        .asString()
        .matches("SYNTH .* 0x08004000 +16\\.0 KiB +DFU");
    assertThat(CommandRun.of("boards", "--board-file", file, "synth").out())
        .contains("0x08000000-0x08007fff, 32.0 KiB, erase sectors 16x2K");
    assertThat(CommandRun.of("boards", "--board-file", folder.resolve("none")).exit())
        .isEqualTo(66);
    Path bad = Files.writeString(folder.resolve("bad.txt"), "SYNTH");
    CommandRun refused = CommandRun.of("boards", "--board-file", bad);
    assertThat(refused.exit()).isEqualTo(65);
    assertThat(refused.err()).contains("bad.txt:1: found a line before any section");
  }

  @Test
  void givesTheFactsAsJson() throws JsonParserException {
    JsonArray builds =
        JsonParser.array().from(CommandRun.of("boards", "--json", "NUCLEO_F413ZH").out());
    JsonArray refused =
        JsonParser.array().from(CommandRun.of("boards", "--json", "PYBV11-mboot").out());

    assertThat(builds).hasSize(1);
    JsonObject build = builds.getObject(0);
    JsonObject filesystem = build.getObject("filesystem");
    assertThat(build.getString("name")).isEqualTo("NUCLEO_F413ZH");
    assertThat(build.getArray("firmware")).containsExactly("0x08000000", "0x08060000");
    assertThat(filesystem.getArray("segments").getObject(1).getString("address"))
        .isEqualTo("0x08040000");
    assertThat(filesystem.getArray("segments").getObject(1).getLong("bytes")).isEqualTo(65536);
    assertThat(filesystem.getInt("blockBytes")).isEqualTo(512);
    assertThat(build.getObject("reach").getBoolean("reachable")).isTrue();
    assertThat(build.getArray("eraseSectors").getObject(0).getInt("count")).isEqualTo(4);
    assertThat(refused.getObject(0).getObject("reach").getString("wayOut")).contains("USE_MBOOT=0");
    assertThat(JsonParser.array().from(CommandRun.of("boards", "--json").out()))
        .hasSize(Csv.rows("firmware.csv").size());
  }
}
