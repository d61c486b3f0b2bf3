package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mkfsdfu.cli.FlashSpan.Kind;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Region;
import org.junit.jupiter.api.Test;

class FlashPictureTest {
  private static final EraseMap F405 =
      EraseMap.parse("4x16K@0x08000000,1x64K@0x08010000,7x128K@0x08020000");

  private static final FlashSpan PARTITION = span("0x08004000", 114688, Kind.PARTITION, "files");

  private static FlashSpan span(String start, long bytes, Kind kind, String label) {
    return new FlashSpan(new Region(Address.parse(start), bytes), kind, label);
  }

  private static List<String> draw(EraseMap map, FlashSpan... spans) {
    return draw(false, map, spans);
  }

  private static List<String> draw(boolean terminal, EraseMap map, FlashSpan... spans) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    FlashPicture.print(new Console(out, out, Map.of(), terminal), map, List.of(spans));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void drawsAPyboard() {
    List<String> picture =
        draw(
            F405,
            span("0x08020000", 363336, Kind.FIRMWARE, "firmware"),
            span("0x08000000", 15504, Kind.FIRMWARE, "firmware"),
            new FlashSpan(
                new Region(Address.parse("0x08004000"), 114688), Kind.VOLUME, "volume", 81408));

    assertThat(picture)
        .containsExactly(
            "0x08000000-0x080fffff, 1024.0 KiB, erase sectors 4x16K 1x64K 7x128K",
            "  ##" + "=".repeat(9) + "--" + "#".repeat(25) + ".".repeat(38),
            "  | | | | |    |        |        |        |        |        |        |",
            "  # 0x08000000-0x08003c8f    15.1 KiB  firmware",
            "  . 0x08003c90-0x08003fff       880 B  free, but not a whole erase sector",
            "  = 0x08004000-0x0801ffff   112.0 KiB  volume, 79.5 KiB of it in use",
            "  # 0x08020000-0x08078b47   354.8 KiB  firmware",
            "  . 0x08078b48-0x080fffff   541.2 KiB  free, whole erase sectors"
                + " 0x08080000-0x080fffff");
  }

  @Test
  void marksNoSectorsWhereTheyAreTooMany() {
    List<String> pages = draw(EraseMap.parse("512x2K@0x08000000"), PARTITION);
    List<String> chip =
        draw(
            EraseMap.parse("16384x4K@0x70000000"),
            span("0x70400000", 60 << 20, Kind.PARTITION, "files"));

    assertThat(pages)
        .startsWith(
            "0x08000000-0x080fffff, 1024.0 KiB, erase sectors 512x2K",
            "  .=========" + ".".repeat(66),
            "  . 0x08000000-0x08003fff    16.0 KiB  free")
        .hasSize(5);
    assertThat(chip)
        .containsExactly(
            "0x70000000-0x73ffffff, 64.0 MiB, erase sectors 16384x4K",
            "  ...." + "=".repeat(72),
            "  . 0x70000000-0x703fffff  4096.0 KiB  free",
            "  = 0x70400000-0x73ffffff    60.0 MiB  files");
  }

  @Test
  void showsEvenTheSmallestPart() {
    List<String> picture =
        draw(
            EraseMap.parse("16384x4K@0x70000000"),
            span("0x70000000", 60 << 20, Kind.FIRMWARE, "firmware"),
            span("0x71000000", 1, Kind.DATA, "one byte"));

    assertThat(picture.get(1)).matches("  #+%#+\\.+");
  }

  @Test
  void drawsEachChipApart() {
    List<String> picture =
        draw(
            EraseMap.parse("2x16K@0x08000000,512x4K@0x80000000"),
            span("0x80000000", 2 << 20, Kind.PARTITION, "files"));

    assertThat(picture)
        .containsExactly(
            "0x08000000-0x08007fff, 32.0 KiB, erase sectors 2x16K",
            "  " + ".".repeat(76),
            "  |" + " ".repeat(37) + "|",
            "  . 0x08000000-0x08007fff    32.0 KiB  free",
            "0x80000000-0x801fffff, 2048.0 KiB, erase sectors 512x4K",
            "  " + "=".repeat(76),
            "  = 0x80000000-0x801fffff  2048.0 KiB  files");
  }

  @Test
  void drawsWhatLiesInNoKnownSector() {
    List<String> unknown =
        draw(
            EraseMap.UNKNOWN,
            PARTITION,
            span("0x08020000", 114688, Kind.FIRMWARE, "code"),
            span("0x90000000", 8, Kind.DATA, "far"));
    List<String> beyond = draw(F405, span("0x08100000", 8, Kind.DATA, "beyond"));

    assertThat(unknown)
        .containsExactly(
            "0x08004000-0x0803bfff, 224.0 KiB, erase sectors not known",
            "  " + "=".repeat(38) + "#".repeat(38),
            "  = 0x08004000-0x0801ffff   112.0 KiB  files",
            "  # 0x08020000-0x0803bfff   112.0 KiB  code",
            "0x90000000-0x90000007, 8 B, erase sectors not known",
            "  " + "%".repeat(76),
            "  % 0x90000000-0x90000007         8 B  far");
    assertThat(beyond).contains("0x08100000-0x08100007, 8 B, erase sectors not known");
  }

  @Test
  void copesWithPartsThatOverlapPassTheEndOrAreEmpty() {
    List<String> picture =
        draw(
            EraseMap.parse("1x32K@0x08000000"),
            span("0x08000000", 65536, Kind.FIRMWARE, "too large"),
            span("0x08004000", 16384, Kind.DATA, "in it"),
            span("0x08006000", 0, Kind.DATA, "empty"));

    assertThat(picture)
        .containsExactly(
            "0x08000000-0x08007fff, 32.0 KiB, erase sectors 1x32K",
            "  " + "#".repeat(38) + "%".repeat(38),
            "  |",
            "  # 0x08000000-0x0800ffff    64.0 KiB  too large",
            "  % 0x08004000-0x08007fff    16.0 KiB  in it",
            "  % 0x08006000 (empty)         0 B  empty");
  }

  @Test
  void usesColoursOnlyOnATerminalAndEscapesLabels() {
    FlashSpan hostile = span("0x08000000", 32768, Kind.FIRMWARE, "\u001B[2J");

    assertThat(draw(true, EraseMap.parse("1x32K@0x08000000"), hostile))
        .contains(
            "  \u001B[34m" + "#".repeat(76) + "\u001B[m",
            "  \u001B[34m#\u001B[m 0x08000000-0x08007fff    32.0 KiB  \\x1B[2J");
    assertThat(String.join("", draw(EraseMap.parse("1x32K@0x08000000"), hostile)))
        .doesNotContain("\u001B");
  }
}
