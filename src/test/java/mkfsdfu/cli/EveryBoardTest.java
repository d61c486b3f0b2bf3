package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.BoardFacts;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A volume is packed for every board that is known, the board being named by its firmware. */
class EveryBoardTest {
  private static final Map<String, List<Map<String, String>>> FILESYSTEMS =
      BoardFacts.filesystemsByName();

  @TempDir private Path folder;
  private Path assets;
  private Path firmware;
  private Path output;

  @BeforeEach
  void makeAssets() throws IOException {
    assets = Files.createDirectory(folder.resolve("assets"));
    Files.writeString(assets.resolve("main.py"), "print('here')\n");
    firmware = folder.resolve("firmware.dfu");
    output = folder.resolve("fw.dfu");
  }

  static Stream<Arguments> namesInFirmware() {
    return BoardFacts.namesInFirmware();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namesInFirmware")
  void landsWhereTheBoardLooksForItsFilesOrIsRefused(
      String name, Map<String, String> names, Map<String, String> build) throws IOException {
    write(names.get("build_name"), banner(names), build.get("element_addresses"));

    CommandRun run = CommandRun.of(assets, firmware, "-o", output);

    List<Map<String, String>> rows = rows(name, names);
    String whyNot = BoardFacts.whyNot(name, rows.get(0));
    if (whyNot.isEmpty()) {
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("named by the firmware)");
      assertThatTheVolumeLiesAsTheBoardExpects(rows);
    } else {
      assertThat(run.exit()).as(run.out()).isEqualTo(65);
      assertThat(run.err())
          .startsWith("mkfsdfu: " + firmware + ": ")
          .contains(whyNot)
          .contains(";");
      assertThat(output).doesNotExist();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namesInFirmware")
  void goesByTheBannerWhereThereIsNoBuildName(
      String name, Map<String, String> names, Map<String, String> build) throws IOException {
    write("", banner(names), build.get("element_addresses"));

    CommandRun run = CommandRun.of(assets, firmware, "--dry-run", "--fs-size", "64K");

    List<Map<String, String>> rows = rows(name, names);
    if (names.get("board").equals("WEACT_F411_BLACKPILL")) {
      assertThat(run.exit()).isEqualTo(64);
      assertThat(run.err()).contains("may be for any of", name, "give --board NAME");
    } else if (BoardFacts.whyNot(name, rows.get(0)).isEmpty() && is4096(rows)) {
      // 64 KiB are too few sectors of 4096 bytes for a FAT.
      assertThat(run.exit()).isEqualTo(65);
      assertThat(run.err()).contains("too small");
    } else if (BoardFacts.whyNot(name, rows.get(0)).isEmpty()) {
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("filesystem at " + BoardFacts.regions(rows).get(0).start() + ", 65536 bytes")
          .contains("named by the firmware, size as given)");
    } else {
      assertThat(run.exit()).isEqualTo(65);
      assertThat(run.err()).contains(BoardFacts.whyNot(name, rows.get(0)));
    }
  }

  /** A variant that has no rows of its own has the filesystem of the plain board. */
  private static List<Map<String, String>> rows(String name, Map<String, String> names) {
    return FILESYSTEMS.getOrDefault(name, FILESYSTEMS.get(names.get("board")));
  }

  private static boolean is4096(List<Map<String, String>> rows) {
    return rows.get(0).get("block_size").equals("4096");
  }

  private static String banner(Map<String, String> names) {
    return names.get("hw_board_name") + " with " + names.get("hw_mcu_name");
  }

  /** Writes a firmware with elements at the addresses, the strings in the last. */
  private void write(String buildName, String banner, String addresses) throws IOException {
    String[] starts = addresses.split(" ", -1);
    Region[] elements = new Region[starts.length];
    for (int i = 0; i < starts.length; i++) {
      elements[i] = new Region(Address.parse(starts[i]), i == starts.length - 1 ? 4096 : 2048);
    }
    DfuFile file = StandInFirmware.of(buildName, banner, elements);
    Files.write(firmware, StandInFirmware.bytes(file));
  }

  private void assertThatTheVolumeLiesAsTheBoardExpects(List<Map<String, String>> rows)
      throws IOException {
    List<DfuElement> before = elements(firmware);
    List<DfuElement> after = elements(output);
    List<DfuElement> volume = after.subList(before.size(), after.size());
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(volume).map(DfuElement::region).isEqualTo(BoardFacts.regions(rows));

    Bytes boot = volume.get(0).data();
    int blockBytes = Integer.parseInt(rows.get(0).get("block_size"));
    long sectors = boot.u16(19) == 0 ? boot.u32(32) : boot.u16(19);
    long bytes = rows.stream().mapToLong(row -> Long.parseLong(row.get("length"))).sum();
    String label = BoardFacts.labelThatFatFsWrites(rows.get(0).get("label"));
    assertThat(boot.u16(11)).isEqualTo(blockBytes);
    assertThat(sectors * blockBytes).isEqualTo(bytes);
    assertThat(boot.slice(43, 11).latin1().trim()).isEqualTo(label.isEmpty() ? "NO NAME" : label);
  }

  private static List<DfuElement> elements(Path file) throws IOException {
    Bytes content = Bytes.wrap(Files.readAllBytes(file));
    return DfuReader.read(file.toString(), content).targets().get(0).elements();
  }
}
