package mkfsdfu.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import mkfsdfu.testing.StandInFirmware;
import mkfsdfu.testing.TestDfu;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that only look: info, ls, tree, cat; and what all that look have in common. */
class InspectCommandsTest {
  private static final long FS = 0x08004000L;
  private static final int PYBOARD = 112 << 10;

  @TempDir Path folder;

  private final TestVolume volume =
      new TestVolume()
          .file("main.py", "print(1)\n")
          .file("lib/a.py", "aaa")
          .file("lib/Long Name.txt", "12345")
          .directory("empty");

  private Path fw;
  private Path raw;

  @BeforeEach
  void write() throws IOException {
    fw = write("fw.dfu", pyboard().element(FS, volume.bytes(PYBOARD)).bytes());
    raw = write("dump.img", volume.bytes(PYBOARD));
  }

  private static TestDfu pyboard() {
    return new TestDfu().elements(StandInFirmware.pybv11());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static JsonObject json(CommandRun run) throws JsonParserException {
    assertThat(run.err()).isEmpty();
    return JsonParser.object().from(run.out());
  }

  @Test
  void infoShowsElementsFirmwareVolumeAndFlash() {
    CommandRun run = CommandRun.of("info", fw);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .contains(
            "target 1, alternate setting 0, 'ST...'",
            "   1  0x08000000-0x08003c8f     15504  firmware",
            "   2  0x08020000-0x08078b47    363336  firmware",
            "   3  0x08004000-0x0801ffff    114688  volume",
            "firmware: MicroPython v1.29.0 on 2026-06-01",
            "board: PYBV11, named by the firmware",
            "0x08000000-0x080fffff, 1024.0 KiB, erase sectors 4x16K 1x64K 7x128K",
            "  = 0x08004000-0x0801ffff   112.0 KiB  FAT12 volume TEST, 19.5 KiB of it in use")
        .anyMatch(line -> line.matches("  ##=+-+#+\\.+"))
        .anyMatch(
            line ->
                line.endsWith(
                    ": 493853 bytes, DfuSe for 0483:df11, bcdDevice 0000, CRC right,"
                        + " DFUImageSize without the suffix"))
        .contains(
            "volume at 0x08004000: FAT12, 'TEST', serial 1234abcd, 114688 bytes, 2.5 of 95.0 KiB"
                + " used",
            "  sectors of 512 bytes, clusters of 512, 1 FAT, 512 root entries");
  }

  @Test
  void infoGivesTheSameFactsToMachines() throws JsonParserException {
    JsonObject info = json(CommandRun.of("info", fw, "--json"));

    assertThat(info.getString("format")).isEqualTo("dfuse");
    assertThat(info.getInt("bytes")).isEqualTo(493853);
    assertThat(info.getString("board")).isEqualTo("PYBV11");
    assertThat(info.getObject("firmware").getString("version")).isEqualTo("v1.29.0");
    JsonObject dfu = info.getObject("dfu");
    assertThat(dfu.getBoolean("crcMatches")).isTrue();
    assertThat(dfu.getString("sizeField")).isEqualTo("without-suffix");
    assertThat(dfu.getArray("targets").getObject(0).getString("name")).isEqualTo("ST...");
    JsonObject element = info.getArray("elements").getObject(2);
    assertThat(element.getString("kind")).isEqualTo("volume");
    assertThat(element.getString("address")).isEqualTo("0x08004000");
    JsonObject found = info.getArray("volumes").getObject(0);
    assertThat(found.getString("label")).isEqualTo("TEST");
    assertThat(found.getString("volumeId")).isEqualTo("1234abcd");
    assertThat(found.getInt("usedBytes")).isEqualTo(2560);
    assertThat(found.getArray("elements")).isEqualTo(new JsonArray(List.of(3)));
    assertThat(info.getArray("warnings")).isEmpty();
  }

  @Test
  void infoWarnsOfWhatFlashingWouldDo() throws IOException {
    Path shared = write("shared.dfu", pyboard().element(0x08078B48L, new byte[8]).bytes());
    byte[] damaged = Files.readAllBytes(fw);
    damaged[damaged.length - 20] ^= 1;
    Path crc = write("crc.dfu", damaged);
    Path blank = write("blank.dfu", pyboard().element(FS, new byte[PYBOARD]).bytes());

    assertThat(CommandRun.of("info", shared).err())
        .isEqualTo(
            "mkfsdfu: warning: "
                + shared
                + ": element 3 at 0x08078b48 shares the erase sector 0x08060000-0x0807ffff with"
                + " element 2 at 0x08020000: flashing one wipes the other"
                + " (pydfu.py wipes the one when it writes the other)\n");
    CommandRun wrong = CommandRun.of("info", crc);
    assertThat(wrong.exit()).isZero();
    assertThat(wrong.err()).contains("warning: " + crc + ": the CRC is wrong");
    assertThat(wrong.out()).containsPattern("CRC [0-9a-f]{8} wrong, expected [0-9a-f]{8}");
    assertThat(CommandRun.of("info", blank).err())
        .contains("element 3 at 0x08004000: no 55AA at 510, found 0000 (the board would format");
    assertThat(CommandRun.of("info", raw, "--board", "NUCLEO_F401RE").err())
        .contains("the volume has 114688 bytes, the partition of NUCLEO_F401RE has 65536");
  }

  @Test
  void infoShowsThePlaceOfAFilesystemThatIsNotInTheFile() {
    assertThat(CommandRun.of("info", "testdata/firmware.dfu").out().lines())
        .contains(
            "  = 0x08004000-0x0801ffff   112.0 KiB  the board's filesystem, not in this file");
  }

  @Test
  void infoNamesWhatIsNeitherFatNorFirmware() throws IOException {
    byte[] littlefs = new byte[4096];
    System.arraycopy("littlefs".getBytes(US_ASCII), 0, littlefs, 8, 8);
    Path file = write("lfs.img", littlefs);

    CommandRun run = CommandRun.of("info", file);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("no volume: a littlefs, by its name at 8");
    assertThat(run.err()).contains("a littlefs, by its name at 8");
  }

  @Test
  void lsListsADirectoryAsTheBoardDoes() {
    assertThat(CommandRun.of("ls", fw).out())
        .isEqualTo(
            """
                     9  2024-05-06 07:08:10  main.py
                        2024-05-06 07:08:10  lib/
                        2024-05-06 07:08:10  empty/
            """);
    assertThat(CommandRun.of("ls", raw, "LIB").out())
        .isEqualTo(
            """
                     3  2024-05-06 07:08:10  a.py
                     5  2024-05-06 07:08:10  Long Name.txt
            """);
    assertThat(CommandRun.of("ls", raw, "/lib/longna~1.txt").out()).endsWith("Long Name.txt\n");
    assertThat(CommandRun.of("ls", raw, "empty").out()).isEmpty();
  }

  @Test
  void lsGivesMachinesMore() throws JsonParserException {
    JsonObject listed = json(CommandRun.of("ls", raw, "lib", "--json"));

    assertThat(listed.getString("path")).isEqualTo("/lib");
    JsonObject entry = listed.getArray("entries").getObject(1);
    assertThat(entry.getString("path")).isEqualTo("/lib/Long Name.txt");
    assertThat(entry.getString("name")).isEqualTo("Long Name.txt");
    assertThat(entry.getString("shortName")).isEqualTo("LONGNA~1.TXT");
    assertThat(entry.getString("type")).isEqualTo("file");
    assertThat(entry.getString("modified")).isEqualTo("2024-05-06T07:08:10");
    assertThat(entry.getArray("attributes")).isEqualTo(new JsonArray(List.of("archive")));
    assertThat(entry.getInt("bytes")).isEqualTo(5);
    assertThat(entry.getBoolean("contiguous")).isTrue();
  }

  @Test
  void treeDrawsAllThatIsThere() throws JsonParserException {
    assertThat(CommandRun.of("tree", raw).out())
        .isEqualTo(
            """
                        /
                     9  |-- main.py
                        |-- lib/
                     3  |   |-- a.py
                     5  |   `-- Long Name.txt
                        `-- empty/
            3 files (0.0 KiB) in 2 directories
            """);
    assertThat(json(CommandRun.of("tree", raw, "--json")).getArray("entries")).hasSize(5);
  }

  @Test
  void treeCountsWhatLiesDeeperThanAnyPathReaches() throws IOException, JsonParserException {
    Path deep = write("deep.img", new TestVolume().file("d/".repeat(70) + "f", "x").bytes(PYBOARD));

    CommandRun run = CommandRun.of("tree", deep);

    assertThat(run.out().lines()).hasSize(1 + 64 + 2).contains("7 more lie deeper than 64 levels");
    assertThat(json(CommandRun.of("tree", deep, "--json")).getArray("entries")).hasSize(71);
  }

  @Test
  void catWritesAFileAsItIs() throws JsonParserException {
    assertThat(CommandRun.of("cat", fw, "MAIN.py")).isEqualTo(new CommandRun(0, "print(1)\n", ""));
    JsonObject cat = json(CommandRun.of("cat", fw, "/lib/a.py", "--json"));
    assertThat(cat.getString("path")).isEqualTo("/lib/a.py");
    assertThat(new String(Base64.getDecoder().decode(cat.getString("base64")), US_ASCII))
        .isEqualTo("aaa");
  }

  @Test
  void missingPathsEndWith66() {
    assertThat(CommandRun.of("cat", raw, "nope.py"))
        .isEqualTo(
            new CommandRun(
                66,
                "",
                "mkfsdfu: "
                    + raw
                    + ": nope.py: no such file in the volume; mkfsdfu tree lists all of them\n"));
    assertThat(CommandRun.of("cat", raw, "lib"))
        .isEqualTo(
            new CommandRun(
                66, "", "mkfsdfu: " + raw + ": lib: is a directory; name a file in it\n"));
    assertThat(CommandRun.of("ls", raw, "main.py/x").exit()).isEqualTo(66);
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "ls", "tree", "verify"})
  void missingFilesEndWith66(String command) {
    CommandRun run = CommandRun.of(command, folder.resolve("missing.dfu"));

    assertThat(run.exit()).isEqualTo(66);
    assertThat(run.err()).contains("missing.dfu: ").hasLineCount(1);
  }

  @Test
  void whatIsNoVolumeEndsWith65() throws IOException {
    Path zeros = write("zeros.img", new byte[4096]);
    byte[] fat32 = new byte[4096];
    System.arraycopy(volume.bytes(PYBOARD), 0, fat32, 0, 512);
    fat32[17] = 0;
    fat32[18] = 0;
    fat32[22] = 0;
    System.arraycopy("FAT32".getBytes(US_ASCII), 0, fat32, 82, 5);
    Path large = write("fat32.img", fat32);
    byte[] cut = Files.readAllBytes(fw);
    Path broken = write("cut.dfu", Arrays.copyOf(cut, cut.length - 1));

    CommandRun run = CommandRun.of("ls", zeros);
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err()).contains("zeros.img: no FAT12 or FAT16 volume: no 55AA at 510");
    assertThat(CommandRun.of("tree", large).err()).contains("FAT32, not FAT12 or FAT16");
    assertThat(CommandRun.of("ls", "testdata/firmware.dfu").err())
        .isEqualTo(
            "mkfsdfu: testdata/firmware.dfu: holds no FAT12 or FAT16 volume;"
                + " mkfsdfu info testdata/firmware.dfu lists what it holds\n");
    assertThat(CommandRun.of("info", broken).exit()).isEqualTo(65);
    assertThat(CommandRun.of("info", broken).err()).contains("file ends inside");
  }

  @Test
  void damagedFilesEndWith65() throws IOException {
    byte[] damaged = volume.bytes(PYBOARD);
    damaged[TestVolume.find(damaged, "MAIN    PY ") + 31] = 1;
    Path file = write("damaged.img", damaged);

    CommandRun run = CommandRun.of("cat", file, "main.py");

    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err())
        .contains("/main.py: its clusters end 16776713 bytes before its size of 16777225")
        .contains("verify lists how");
  }

  @Test
  void wrongUsesEndWith64() throws IOException {
    byte[] bytes = volume.bytes(PYBOARD);
    Path two =
        write("two.dfu", new TestDfu().element(FS, bytes).element(0x08100000L, bytes).bytes());

    assertThat(CommandRun.of("ls").err()).contains("FILE").contains("see mkfsdfu ls --help");
    assertThat(CommandRun.of("ls").exit()).isEqualTo(64);
    assertThat(CommandRun.of("cat", raw).exit()).isEqualTo(64);
    assertThat(CommandRun.of("info", raw, "extra").exit()).isEqualTo(64);
    assertThat(CommandRun.of("info", raw, "--board", "PYBV1l").err())
        .contains("no board is called 'PYBV1l'; did you mean PYBV1");
    CommandRun run = CommandRun.of("ls", two);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("holds 2 volumes, at 0x08004000, 0x08100000; say which one");
    assertThat(CommandRun.of("ls", two, "--fs-addr", "0x08100000").exit()).isZero();
    assertThat(CommandRun.of("ls", raw, "--fs-addr", "0x08100000").exit()).isEqualTo(64);
  }

  @Test
  void hostileNamesCannotDriveTheTerminal() throws IOException, JsonParserException {
    String name = "a\u001B[2J\u009B1m\u202E";
    byte[] named = new TestVolume().file("a b", "x").bytes(PYBOARD);
    named = TestVolume.replace(named, "TEST       ", "T\u001B[2J     \u0007");
    // What code page 437 lacks makes the board show the short name: then that one is hostile.
    Path file = write("hostile.img", TestVolume.rename(named, "a b", "a\u001B[2J\n"));
    byte[] shortNamed = TestVolume.replace(named, "AB~1       ", "A\u001B[2J\u0008     ");
    Path other = write("short.img", TestVolume.rename(shortNamed, "a b", name));

    for (Path hostile : List.of(file, other)) {
      for (String command : List.of("info", "ls", "tree", "verify")) {
        CommandRun plain = CommandRun.of(command, hostile);
        CommandRun json = CommandRun.of(command, hostile, "--json");
        assertThat(plain.out() + plain.err()).doesNotContainPattern("[^ -~\n]");
        assertThat(json.out() + json.err()).doesNotContainPattern("[^ -~\n]");
      }
    }
    assertThat(CommandRun.of("ls", file).out()).contains("a\\x1B[2J\\x0A");
    JsonObject listed = json(CommandRun.of("ls", file, "--json"));
    assertThat(listed.getArray("entries").getObject(0).getString("name")).isEqualTo("a\u001B[2J\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "ls", "tree", "cat", "extract", "verify", "diff"})
  void everyCommandHasHelp(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Usage: mkfsdfu " + command + " ").contains("--json");
  }
}
