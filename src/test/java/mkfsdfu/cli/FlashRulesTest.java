package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may lie beside what, and what a second run over the same file does. */
class FlashRulesTest {
  private static final String PYBOARD = "PYBv1.1 with STM32F405RG";

  @TempDir private Path folder;
  private Path assets;
  private Path firmware;

  @BeforeEach
  void makeAssets() throws IOException {
    assets = Files.createDirectory(folder.resolve("assets"));
    Files.writeString(assets.resolve("main.py"), "print('here')\n");
    firmware = folder.resolve("fw.dfu");
  }

  private void firmware(String buildName, String banner, Region... elements) throws IOException {
    Files.write(firmware, StandInFirmware.bytes(StandInFirmware.of(buildName, banner, elements)));
  }

  private static Region region(long start, long bytes) {
    return new Region(new Address(start), bytes);
  }

  private void pyboard() throws IOException {
    firmware("PYBV11", PYBOARD, region(0x08000000, 15504), region(0x08020000, 363336));
  }

  private CommandRun pack(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(assets, firmware));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray());
  }

  private String bin(String address, int bytes) throws IOException {
    Path file = Files.write(folder.resolve(address + ".bin"), new byte[bytes]);
    return address + ":" + file;
  }

  private List<DfuElement> elements() throws IOException {
    Bytes content = Bytes.wrap(Files.readAllBytes(firmware));
    return DfuReader.read(firmware.toString(), content).targets().get(0).elements();
  }

  private void assertDone(CommandRun run) {
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private void assertRefused(CommandRun run, String... facts) {
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(65);
    assertThat(run.err()).startsWith("mkfsdfu: " + firmware + ": ").contains(facts);
  }

  @Test
  void refusesAVolumeThatWouldReachTheNextElementAndNamesBoth() throws IOException {
    firmware("", "", region(0x08000000, 2048), region(0x08010000, 4096));
    byte[] before = Files.readAllBytes(firmware);

    assertRefused(
        pack("--fs-addr", "0x08004000:64K"),
        "the element at 0x08010000-0x08010fff overlaps the volume at 0x08004000-0x08013fff");
    assertRefused(pack("--fs-addr", "0x08004000:64K", "--force"), "overlaps the volume");
    assertThat(firmware).hasBinaryContent(before);
  }

  @ParameterizedTest
  @CsvSource({
    "0x08078b48, 8, 0x08060000-0x0807ffff",
    "0x08003c90, 8, 0x08000000-0x08003fff",
  })
  void refusesElementsThatShareAnEraseSector(String address, int bytes, String sector)
      throws IOException {
    pyboard();

    CommandRun run = pack("--bin", bin(address, bytes));

    assertRefused(run, "shares the erase sector " + sector, "flashing one wipes the other");
    CommandRun forced = pack("--force", "--bin", bin(address, bytes));
    assertDone(forced);
    assertThat(forced.err()).contains("warning: ", "shares the erase sector " + sector);
  }

  @Test
  void refusesRawBytesInTheSectorThatTheFilesystemEndsIn() throws IOException {
    firmware(
        "NUCLEO_F411RE",
        "NUCLEO-F411RE with STM32F411xE",
        region(0x08000000, 1088),
        region(0x08020000, 4096));

    assertRefused(
        pack("--bin", bin("0x08018000", 8)),
        "0x08018000.bin at 0x08018000-0x08018007 shares the erase sector 0x08010000-0x0801ffff"
            + " with the volume at 0x08004000-0x08013fff");
  }

  @Test
  void refusesWhatTheFileItselfGotWrongSinceFlashingItWouldFailAllTheSame() throws IOException {
    firmware(
        "PYBV11",
        PYBOARD,
        region(0x08000000, 2048),
        region(0x08020000, 4096),
        region(0x08030000, 8));

    assertRefused(
        pack(),
        "the element at 0x08030000-0x08030007 shares the erase sector 0x08020000-0x0803ffff");
    assertDone(pack("--force"));
  }

  @ParameterizedTest
  @CsvSource({
    "0x08100000, 8, 'lies in no flash of PYBV11'",
    "0x90000000, 8, 'lies in no flash of PYBV11'",
    "0x080e0000, 131080, 'passes the end of the flash of PYBV11, 0x08000000-0x080fffff'"
  })
  void refusesWhatLiesInNoFlash(String address, int bytes, String why) throws IOException {
    pyboard();

    assertRefused(pack("--bin", bin(address, bytes)), why, "mkfsdfu boards PYBV11");
    assertDone(pack("--force", "--bin", bin(address, bytes)));
  }

  @Test
  void takesRawBytesInSectorsOfTheirOwn() throws IOException {
    pyboard();

    CommandRun run = pack("-v", "--bin", bin("0x08080000", 1000));

    assertDone(run);
    assertThat(run.err()).isEmpty();
    assertThat(elements())
        .extracting(element -> element.address().toString())
        .containsExactly("0x08000000", "0x08020000", "0x08080000", "0x08004000");
  }

  @Test
  void saysWhenNothingCouldBeCheckedAndHowToHaveIt() throws IOException {
    firmware("", "", region(0x08000000, 2048));
    String why = "note: erase sectors were not checked: the board is not known; --board NAME";

    assertThat(pack("-v", "--fs-addr", "0x08004000:64K").err()).contains(why);
    assertThat(pack("--fs-addr", "0x08004000:64K").err()).isEmpty();
    Path file =
        Files.writeString(
            folder.resolve("own.txt"),
            "[boards]\nTOASTER | default | T | M | - | rom | 0x08000000 | internal"
                + " | 0x08004000+64K | 512 | fat | t\n");
    assertThat(pack("-v", "--board-file", file, "--board", "TOASTER").err())
        .contains("those of TOASTER are not known; a table with them, given with --board-file");
  }

  @ParameterizedTest
  @CsvSource({
    "NUCLEO_F413ZH, NUCLEO-F413ZH with STM32F413, 0x08060000, 0x08004000+180224 0x08040000+65536",
    "NUCLEO_F439ZI, NUCLEO-F439ZI with STM32F439ZIT6, 0x08020000, 0x08100000+196608"
        + " 0x08140000+65536"
  })
  void laysOneVolumeIntoTwoSegments(String build, String banner, String code, String segments)
      throws IOException {
    firmware(build, banner, region(0x08000000, 1192), region(Address.parse(code).value(), 4096));
    Files.write(assets.resolve("big.bin"), noise(190_000));

    assertDone(pack());

    List<DfuElement> volume = elements().subList(2, 4);
    assertThat(volume)
        .extracting(element -> element.address() + "+" + element.data().length())
        .containsExactly(segments.split(" ", -1));
    byte[] blocks = new byte[volume.get(0).data().length() + volume.get(1).data().length()];
    volume.get(0).data().copyTo(0, blocks, 0, volume.get(0).data().length());
    volume
        .get(1)
        .data()
        .copyTo(0, blocks, volume.get(0).data().length(), volume.get(1).data().length());
    assertThat(Bytes.wrap(blocks).latin1()).contains(Bytes.wrap(noise(190_000)).latin1());
    assertRunsLikeTheFirst();
  }

  private static byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    new java.util.Random(4).nextBytes(noise);
    return noise;
  }

  private void assertRunsLikeTheFirst(Object... more) throws IOException {
    byte[] first = Files.readAllBytes(firmware);
    assertDone(pack(more));
    assertThat(firmware).hasBinaryContent(first);
  }

  @Test
  void changesTheSizeOfAVolumeInTwoSegmentsInPlace() throws IOException {
    firmware(
        "NUCLEO_F413ZH",
        "NUCLEO-F413ZH with STM32F413",
        region(0x08000000, 1192),
        region(0x08060000, 4096));
    assertDone(pack());
    byte[] full = Files.readAllBytes(firmware);

    assertDone(pack("--fs-size", "100K"));
    assertThat(elements()).hasSize(3);
    assertRunsLikeTheFirst("--fs-size", "100K");
    assertDone(pack("--fs-size", "200K"));
    assertThat(elements()).last().extracting(e -> e.region().bytes()).isEqualTo(24 * 1024L);
    assertRunsLikeTheFirst("--fs-addr", "0x08004000:176K", "--fs-addr", "0x08040000:24K");
    assertDone(pack());
    assertThat(firmware).hasBinaryContent(full);
  }

  @Test
  void takesSegmentsAsGivenForABoardThatIsNotKnown() throws IOException {
    firmware("", "", region(0x08000000, 1192), region(0x08060000, 4096));
    Object[] segments = {"--fs-addr", "0x08004000:176K", "--fs-addr", "0x08040000:64K"};

    assertDone(pack(segments));

    assertThat(elements())
        .extracting(element -> element.address().toString())
        .containsExactly("0x08000000", "0x08060000", "0x08004000", "0x08040000");
    assertRunsLikeTheFirst(segments);
  }

  @Test
  void refusesToOverwriteWhatIsNoVolume() throws IOException {
    firmware(
        "PYBV11",
        PYBOARD,
        region(0x08000000, 2048),
        region(0x08004000, 512),
        region(0x08020000, 4096));

    assertRefused(pack(), "the element at 0x08004000-0x080041ff is no FAT volume");
    assertRefused(pack("--force"), "is no FAT volume");
  }

  @ParameterizedTest
  @CsvSource({"--fs-size, 64K", "--label, OTHER", "--root-entries, 64"})
  void isRepeatableInPlace(String option, String value) throws IOException {
    pyboard();
    String raw = bin("0x08080000", 1001);

    assertDone(pack("--bin", raw, option, value));

    assertRunsLikeTheFirst("--bin", raw, option, value);
  }
}
