package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.ElfWriter;
import mkfsdfu.testing.ElfWriter.SymbolType;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides where the filesystem lies, and what the others have to say about it. */
class SettlingTest {
  @TempDir private Path folder;
  private Path assets;
  private Path firmware;

  @BeforeEach
  void makeAssets() throws IOException {
    assets = Files.createDirectory(folder.resolve("assets"));
    Files.writeString(assets.resolve("main.py"), "print('here')\n");
    firmware = folder.resolve("fw.dfu");
  }

  private void pyboard() throws IOException {
    firmware("PYBV11", "PYBv1.1 with STM32F405RG", 0x08000000, 0x08020000);
  }

  private void unknownBoard() throws IOException {
    firmware("", "Toaster with STM32F4", 0x08000000, 0x08020000);
  }

  private void firmware(String buildName, String banner, long... starts) throws IOException {
    Region[] elements = new Region[starts.length];
    for (int i = 0; i < starts.length; i++) {
      elements[i] = new Region(new Address(starts[i]), i == starts.length - 1 ? 4096 : 2048);
    }
    Files.write(firmware, StandInFirmware.bytes(StandInFirmware.of(buildName, banner, elements)));
  }

  /** Writes a linked firmware with a filesystem in internal flash. */
  private Path elf(String name, String strings, long start, long end) throws IOException {
    byte[] code = ("\0" + strings + "\0").getBytes(StandardCharsets.US_ASCII);
    return Files.write(
        folder.resolve(name),
        new ElfWriter()
            .reserve(0x20000000, 1024)
            .load(0x08000000, 0x08000000, new byte[64])
            .load(0x20000400, 0x08020000, code)
            .storage("", start, end, SymbolType.R)
            .driver()
            .write()
            .toArray());
  }

  private CommandRun pack(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(assets, firmware));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray());
  }

  private static void assertDone(CommandRun run, String... facts) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(facts);
  }

  private void assertRefused(CommandRun run, int exit, String... facts) {
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("mkfsdfu: ").contains(facts);
  }

  @Test
  void takesWhatTheFirmwareNames() throws IOException {
    pyboard();

    assertDone(
        pack(), "filesystem at 0x08004000, 114688 bytes (PYBV11, named by the firmware), FAT12");
    assertDone(pack("--fs-addr", "0x08004000"), "114688 bytes (PYBV11, named by the firmware)");
    assertDone(pack("--fs-size", "64K"), "65536 bytes (PYBV11, named by the firmware, size as");
  }

  @Test
  void takesAnAddressWithASizeFirstAndTheElfFileSecond() throws IOException {
    pyboard();
    Path elf = elf("fw.elf", "", 0x08004000, 0x08018000);

    assertDone(pack("--elf", elf), "81920 bytes (by the symbols of " + elf + ")");
    assertDone(
        pack("--elf", elf, "--board", "PYBV11"), "81920 bytes (by the symbols of " + elf + ")");
    assertDone(
        pack("--elf", elf, "--fs-addr", "0x08004000:64K"),
        "65536 bytes (as given, checked against " + elf + ")");
    assertDone(
        pack("--fs-addr", "0x08004000:64K"), "65536 bytes (as given, checked against PYBV11)");
    assertDone(
        pack("--fs-addr", "0x08004000", "--fs-size", "65536"),
        "65536 bytes (as given, checked against PYBV11)");
  }

  @Test
  void takesTheNamedBoardWhereTheFirmwareNamesNone() throws IOException {
    unknownBoard();

    assertDone(pack("--board", "nucleo_f411re"), "65536 bytes (NUCLEO_F411RE, named by --board)");
    assertDone(pack("--board", "PYBv1.1"), "114688 bytes (PYBV11, named by --board)");
  }

  @Test
  void takesTheSmallestKnownForAnAddressAndNamesWhoHasMore() throws IOException {
    unknownBoard();

    CommandRun run = pack("--fs-addr", "0x08004000");

    assertDone(run, "65536 bytes (the smallest known for this address)");
    assertThat(run.err())
        .startsWith("mkfsdfu: note: the board is not known; 64.0 KiB at 0x08004000 fit all known.")
        .contains(
            "More have: 112.0 KiB CERB40, ", ", PYBV11, ", "; 240.0 KiB NUCLEO_F413ZH. --board")
        .doesNotContain("PYBV11-mboot");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void sparesASecondSegmentThatOnlySomeBoardsHave() throws IOException {
    unknownBoard();

    CommandRun run = pack("--fs-addr", "0x08100000");

    assertDone(run, "filesystem at 0x08100000, 196608 bytes (the smallest known");
    assertThat(run.err())
        .contains(
            "More have: 256.0 KiB NUCLEO_F439ZI; 1024.0 KiB NUCLEO_H563ZI, NUCLEO_U5A5ZJ_Q,"
                + " WEACTSTUDIO_MINI_STM32U585. --board");
  }

  @Test
  void saysWhenAllBoardsKnownForAnAddressAgree() throws IOException {
    unknownBoard();

    assertThat(pack("--fs-addr", "0x08180000").err())
        .isEqualTo(
            "mkfsdfu: note: all boards known with a filesystem at 0x08180000 have"
                + " 512.0 KiB\n");
  }

  @Test
  void takesTheBlockSizeOfTheBoardsKnownForAnAddress() throws IOException {
    unknownBoard();

    assertDone(pack("--fs-addr", "0x70400000:1M", "--json"), "\"sectorBytes\":4096");
    assertDone(pack("--fs-addr", "0x09000000:1M", "--json"), "\"sectorBytes\":512");
  }

  @Test
  void guessesNoBlockSizeWhereBoardsDiffer() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.txt"),
            """
            [boards]
            OVEN | default | Oven | STM32F4 | f4-1m | rom | 0x08000000 | internal | 0x08004000+96K | 4096 | fat | oven
            """);
    unknownBoard();

    assertRefused(
        pack("--board-file", file, "--fs-addr", "0x08004000"),
        64,
        "boards with a filesystem at 0x08004000 have blocks of 512 bytes or of 4096; give --board");
  }

  @Test
  void asksForWhatIsMissing() throws IOException {
    unknownBoard();

    assertRefused(
        pack(),
        64,
        "no board is named in the firmware",
        "give --board NAME",
        "--fs-addr ADDR:SIZE");
    assertRefused(pack("--fs-size", "64K"), 64, "no board is named in the firmware");
    assertRefused(
        pack("--fs-addr", "0x08001000"),
        64,
        "no board is known with a filesystem at 0x08001000; give its size too: --fs-addr"
            + " 0x08001000:SIZE");
    assertRefused(
        pack("--board", "PYBV12"), 64, "--board: no board is called 'PYBV12'; did you mean");
    assertRefused(
        pack("--fs-addr", "0x08004000", "--fs-addr", "0x08040000", "--fs-size", "64K"),
        64,
        "--fs-size: is for one --fs-addr");
    assertRefused(
        pack("--fs-addr", "0x08004000:1000"), 64, "1000 bytes are not whole blocks of 512");
  }

  @ParameterizedTest
  @CsvSource({
    "--fs-addr, 0x08008000, '--fs-addr says 0x08008000, but PYBV11 has its filesystem at"
        + " 0x0800400'",
    "--fs-addr, 0x08008000:64K, '--fs-addr says 0x08008000, but PYBV11 has its filesystem at'",
    "--fs-addr, 0x08004000:128K, '131072 bytes are asked for, but PYBV11 has 114688'",
    "--fs-size, 128K, '131072 bytes are asked for, but PYBV11 has 114688 for its filesystem'"
  })
  void refusesAnotherAddressOrALargerSizeThanTheBoardHas(String option, String value, String why)
      throws IOException {
    pyboard();

    assertRefused(pack(option, value), 65, "fw.dfu: " + why, "or --force to insist");
    assertRefused(pack(option, value, "--board", "PYBV11"), 65, why);
  }

  @Test
  void doesWhatIsInsistedOnAndSaysSo() throws IOException {
    firmware("PYBV11", "PYBv1.1 with STM32F405RG", 0x08000000, 0x08040000);

    CommandRun larger = pack("--fs-size", "128K", "--force");
    assertDone(larger, "at 0x08004000, 131072 bytes (size as given, against PYBV11)");
    assertThat(larger.err()).contains("warning: " + firmware + ": 131072 bytes are asked for");
  }

  @Test
  void doesItElsewhereToo() throws IOException {
    pyboard();

    CommandRun elsewhere = pack("--fs-addr", "0x08080000:128K", "--force");
    assertDone(elsewhere, "at 0x08080000, 131072 bytes (as given, against PYBV11)");
    assertThat(elsewhere.err()).contains("warning: ", "--fs-addr says 0x08080000, but PYBV11 has");

    CommandRun smallest = pack("--fs-addr", "0x08008000", "--force");
    assertDone(smallest, "at 0x08008000, 98304 bytes (the smallest known for this address)");
    assertThat(smallest.err()).contains("warning: ", "but PYBV11 has its filesystem at 0x08004000");
  }

  @Test
  void refusesABoardThatTheFirmwareIsNotFor() throws IOException {
    pyboard();

    assertRefused(
        pack("--board", "NUCLEO_F411RE"),
        65,
        "the firmware is for PYBV11, --board says NUCLEO_F411RE; leave --board out");
    assertRefused(
        pack("--board", "PYBV11-mboot"),
        65,
        "the firmware is for PYBV11, --board says PYBV11-mboot");
    CommandRun forced = pack("--board", "NUCLEO_F411RE", "--force");
    assertDone(forced, "65536 bytes (NUCLEO_F411RE, named by --board)");
    assertThat(forced.err()).contains("warning: ", "the firmware is for PYBV11");
  }

  @Test
  void believesTheFirmwareWhichBuildOfTheNamedBoardItIs() throws IOException {
    firmware("PYBV11", "PYBv1.1 with STM32F405RG", 0x08020000);

    assertRefused(
        pack("--board", "PYBV11"),
        65,
        "PYBV11-mboot is built for mboot, which refuses to write 0x08000000-0x08007fff");

    firmware("PYBV11-DP", "PYBv1.1 with STM32F405RG", 0x08000000, 0x08020000);

    assertDone(pack("--board", "PYBV11"), "(PYBV11-DP, named by --board and the firmware)");
    assertDone(pack("--board", "PYBV11-DP"), "(PYBV11-DP, named by --board)");
  }

  @Test
  void recognisesABuildForMbootOfAnyBoard() throws IOException {
    firmware("PYBV4", "PYBv4 with STM32F405RG", 0x08020000);

    assertRefused(pack(), 65, "PYBV4-mboot is built for mboot", "without mboot (USE_MBOOT=0)");
    assertRefused(pack("--fs-addr", "0x08004000:64K"), 65, "PYBV4-mboot is built for mboot");
  }

  @Test
  void canBeMadeToIgnoreThatABoardCannotTakeIt() throws IOException {
    firmware("PYBV11", "PYBv1.1 with STM32F405RG", 0x08020000);

    CommandRun known = pack("--force");
    assertDone(known, "at 0x08004000, 114688 bytes (PYBV11-mboot, against its own rules)");
    assertThat(known.err()).contains("warning: ", "is built for mboot");
    assertDone(
        pack("--force", "--fs-addr", "0x08004000:64K"), "65536 bytes (as given, against PYBV11-mb");

    firmware("VCC_GND_F407ZG", "VCC-GND STM32F407ZG with STM32F407ZG", 0x08000000, 0x08020000);
    assertRefused(pack("--force"), 65, "which ST's loader in ROM cannot write");
    assertDone(pack("--force", "--fs-addr", "0x80000000:1M"), "as given, against VCC_GND_F407ZG");
  }

  @Test
  void takesAPlaceThatOnlyTheUserKnowsWithoutForce() throws IOException {
    firmware("NUCLEO_H7A3ZI_Q", "NUCLEO-H7A3ZI-Q with STM32H7A3ZIT6Q", 0x08020000);

    assertRefused(pack(), 65, "it is not known where NUCLEO_H7A3ZI_Q-mboot keeps its filesystem");
    assertDone(pack("--fs-addr", "0x081c0000:256K"), "at 0x081c0000, 262144 bytes (as given");
    assertRefused(
        pack("--fs-addr", "0x08004000:64K"), 65, "mboot, which refuses to write 0x08000000-");
  }

  @Test
  void saysBetweenWhichBuildsABannerLeavesADoubt() throws IOException {
    firmware("", "WEACT_F411_BLACKPILL with STM32F411CE", 0x08000000, 0x08020000);

    assertRefused(pack(), 64, "may be for any of WEACT_F411_BLACKPILL, ", "give --board NAME");
    assertDone(
        pack("--board", "WEACT_F411_BLACKPILL-V13"), "65536 bytes (WEACT_F411_BLACKPILL-V13,");
    assertThat(pack("--fs-addr", "0x08004000").err()).contains("note: ", "may be for any of");
  }

  @Test
  void asksTheElfFileForTheBoardWhereThereIsNoFirmware() throws IOException {
    Path elf = elf("fw.elf", "PYBV11", 0x08004000, 0x08020000);

    CommandRun run = pack("--elf", elf, "--json");

    assertDone(run, "\"board\":\"PYBV11\"", "by the symbols of " + elf);
    assertThat(run.err()).contains("is made new and holds no firmware");
  }

  @Test
  void holdsTheElfFileAgainstTheBoard() throws IOException {
    pyboard();
    Path larger = elf("larger.elf", "", 0x08004000, 0x08040000);
    Path elsewhere = elf("elsewhere.elf", "", 0x08080000, 0x08090000);
    Path other = elf("other.elf", "NUCLEO_F411RE", 0x08004000, 0x08014000);

    assertRefused(
        pack("--elf", larger), 65, larger + " has 245760 bytes, but PYBV11 has 114688 for its");
    assertRefused(
        pack("--elf", elsewhere),
        65,
        elsewhere + " says 0x08080000, but PYBV11 has its filesystem");
    assertRefused(
        pack("--elf", other), 65, "the firmware is for PYBV11, " + other + " says NUCLEO_F411RE");
    assertDone(
        pack("--elf", elsewhere, "--force"),
        "filesystem at 0x08080000, 65536 bytes (by the symbols of " + elsewhere + ")");
    assertRefused(
        pack("--elf", elsewhere, "--force", "--fs-addr", "0x08004000:1000"), 64, "whole blocks");
  }

  @Test
  void takesTheSecondSegmentOfAnElfFileWhereItsCodeNamesIt() throws IOException {
    unknownBoard();
    ByteBuffer code = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    ElfWriter unused = twoSegments(code.array().clone());
    code.putInt(4, 0x08140000).putInt(8, 0x08150000);
    ElfWriter used = twoSegments(code.array());

    assertDone(
        pack("--elf", Files.write(folder.resolve("one.elf"), unused.write().toArray())),
        "filesystem at 0x08100000, 196608 bytes");
    assertDone(
        pack("--elf", Files.write(folder.resolve("two.elf"), used.write().toArray())),
        "filesystem at 0x08100000 and 0x08140000, 262144 bytes");
  }

  private static ElfWriter twoSegments(byte[] code) {
    return new ElfWriter()
        .load(0x08000000, 0x08000000, code)
        .storage("", 0x08100000, 0x08130000, SymbolType.B)
        .storage("2", 0x08140000, 0x08150000, SymbolType.T)
        .driver();
  }

  @Test
  void refusesAnElfFileWhoseSymbolsNothingUses() throws IOException {
    unknownBoard();
    byte[] unused =
        new ElfWriter()
            .load(0x08000000, 0x08000000, new byte[64])
            .storage("", 0x08004000, 0x08020000, SymbolType.T)
            .write()
            .toArray();
    Path elf = Files.write(folder.resolve("fw.elf"), unused);

    assertRefused(pack("--elf", elf), 65, elf + " keeps no filesystem in internal flash");
    assertRefused(pack("--elf", folder.resolve("none.elf")), 66, "none.elf");
    assertRefused(pack("--elf", firmware), 65, "not an ELF file");
  }

  @Test
  void takesBoardsFromAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.txt"),
            """
            [boards]
            TOASTER | default | Toaster | STM32F4 | f4-1m | rom | 0x08000000 0x08020000 | internal | 0x08080000+256K | 512 | fat | toast
            """);
    unknownBoard();

    assertDone(
        pack("--board-file", file, "--json"),
        "\"decidedBy\":\"TOASTER, named by the firmware\"",
        "\"address\":\"0x08080000\"",
        "\"bytes\":262144",
        "\"label\":\"TOAST\"");
  }

  @Test
  void givesTheBoardsOwnLabelUnlessToldOtherwise() throws IOException {
    firmware("LEGO_HUB_NO7", "LEGO Technic Hub No.7 with STM32F413", 0x08010000);

    assertDone(pack("--json"), "\"label\":\"HUB_NO7\"", "\"address\":\"0x80100000\"");
    assertDone(pack("--json", "--label", "mine"), "\"label\":\"MINE\"");
    unknownBoard();
    assertDone(pack("--json", "--fs-addr", "0x08004000"), "\"label\":\"PYBFLASH\"");
  }
}
