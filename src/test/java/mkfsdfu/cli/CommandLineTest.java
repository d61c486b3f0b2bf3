package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packing says and how it ends, for what is right and for what is wrong. */
class CommandLineTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void fillBench() {
    bench = new Workbench(folder).file("boot.py", 100).file("lib/a.py", 600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--bogus|unknown option '--bogus'",
        "--fs-adr=1|unknown option '--fs-adr=1'; did you mean --fs-addr? see mkfsdfu --help",
        "third|one argument too many: 'third'; see mkfsdfu --help",
        "-- --dry-run|one argument too many: '--dry-run'; see mkfsdfu --help",
        "--output|missing required parameter for option '--output' (FILE)",
        "--label a --label b|option '--label' (TEXT) should be specified only once",
        "--fs-addr 08004000|--fs-addr: '08004000' may be decimal or hexadecimal; write it as"
            + " 0x0800",
        "--fs-addr here|--fs-addr: 'here' is not a number of 0 to 0xffffffff",
        "--fs-addr 0x108004000|--fs-addr: '0x108004000' is not a number of 0 to 0xffffffff",
        "--fs-addr 0x08004000:big|--fs-addr: 'big' is not a size of 1 byte to 4 GiB; write it as",
        "--fs-size 1.5M|--fs-size: '1.5M' is not a size",
        "--fs-size 0|--fs-size: '0' is not a size",
        "--fs-addr 0x08004000:64K --fs-size 64K|--fs-size: the size is given twice",
        "--fs-addr 0x08004000 --fs-addr 0x08010000|--fs-addr: 0x08004000 has no size",
        "--fs-addr 1:1K --fs-addr 2:1K --fs-size 1K|--fs-size: is for one --fs-addr",
        "--fs-addr 0xfffff000:64K|--fs-addr: 65536 bytes from 0xfffff000 leave 32 bits",
        "--board PYBV12|--board: no board is called 'PYBV12'; did you mean PYBV10?",
        "--bin sprites.bin|--bin: 'sprites.bin' is not ADDR:FILE; write it as",
        "--bin 0x1:|--bin: the path is empty",
        "-D 0483|--device: '0483' is not VID:PID",
        "-D 0483:df11|firmware.dfu exists and names its own device; leave --device out",
        "--volume-id xyz|--volume-id: 'xyz' is not 1 to 8 hexadecimal digits",
        "--volume-id -1|--volume-id: '-1' is not 1 to 8 hexadecimal digits",
        "--volume-id +1|--volume-id: '+1' is not 1 to 8 hexadecimal digits",
        "--volume-id=|--volume-id: '' is not 1 to 8 hexadecimal digits",
        "--volume-id 123456789|--volume-id: '123456789' is not 1 to 8 hexadecimal digits",
        "--fs-size 1000|1000 bytes",
        "--root-entries 10|--root-entries: 10 is not a multiple of 16 from 16 to 65535",
        "--root-entries 70000|--root-entries: '70000' is not a number of 0 to 65535",
        "--sectors-per-cluster 0|--sectors-per-cluster: '0' is not a number of 1 to 255",
        "--sectors-per-cluster 3|--sectors-per-cluster: 3 is not a power of two from 1 to 128",
        "--label a/b|--label: 'a/b'",
        "--label twelve-chars|it has 12 characters, at most 11 are possible",
        "--timestamps now|--timestamps: 'now' is neither source nor an instant; write it as 2026",
        "--add lib|--add lib: SRC=DEST expected",
        "--map x.py -o ./x.py|--map: x.py is the file that is written; name another",
        "--exclude=|--exclude: the pattern is empty",
      })
  void refusesWhatCannotBeMeant(String options, String message) {
    CommandRun run = runWith(options.split(" ", -1));

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().startsWith("mkfsdfu: ").contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-b 0x08030000:%s/raw|raw at 0x08030000-0x08030007 overlaps the element at"
            + " 0x08020000-0x08078",
        "-b 0x08004000:%s/raw|the volume at 0x08004000-0x0801ffff overlaps",
        "-b 0x080c0000:%s/raw -b 0x080c0004:%s/raw|overlaps",
        "-b 0x08010000:%s/raw|the volume at 0x08004000-0x0801ffff",
        "-b 0x08100000:%s/raw|lies in no flash of PYBV11",
        "-b 0x080c0000:%s/raw -b 0x080c0100:%s/raw|shares the erase sector",
        "-b 0x080c0000:%s/empty|empty: is empty, there is nothing to put at 0x080c0000",
        "-b 0xfffffffc:%s/raw|8 bytes from 0xfffffffc pass the last address, 0xffffffff",
        "--fs-addr 0x08020000|--fs-addr says 0x08020000, but PYBV11 has its filesystem at"
            + " 0x08004000",
        "--fs-size 1G|1073741824 bytes are asked for, but PYBV11 has 114688 for its filesystem",
        "--fs-size 200K|204800 bytes are asked for, but PYBV11 has 114688 for its filesystem",
        "--board NUCLEO_F401RE|the firmware is for PYBV11, --board says NUCLEO_F401RE",
        "--fs-size 16K|16384 bytes are too small for a FAT filesystem with 512 root directory"
            + " entries",
        "--add %s/raw=boot.py|boot.py: both",
      })
  void refusesWhatCannotBeDone(String options, String message) {
    bench.write("raw", "12345");
    bench.write("empty", "");
    byte[] before = Workbench.bytes(bench.firmware());

    CommandRun run = runWith(options.replace("%s", folder.toString()).split(" ", -1));

    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err()).startsWith("mkfsdfu: ").contains(message);
    assertThat(bench.firmware()).hasBinaryContent(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@FOLDER/missing|missing: does not exist, a file is expected; @FILE stands for the words in a"
            + " file; write @@FOLDER/missing if it is meant as it is",
        "@FOLDER|is a directory, a file is expected",
        "-b 0x080c0000:FOLDER/missing|missing: does not exist, a file is expected",
        "--add FOLDER/missing=x|missing: does not exist, a file or directory to add is expected",
        "--exclude-from FOLDER/missing|missing: does not exist, a file of patterns is expected",
        "--elf FOLDER/missing|missing: does not exist, a file is expected",
        "--board-file FOLDER|is a directory, a file is expected",
      })
  void missesEveryInput(String options, String message) {
    CommandRun run = runWith(options.replace("FOLDER", folder.toString()).split(" ", -1));

    assertThat(run.exit()).isEqualTo(66);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains(message.replace("FOLDER", folder.toString()));
  }

  @Test
  void missesDirectoryAndFirmware() {
    Path missing = bench.path("missing");

    assertThat(CommandRun.of().err())
        .isEqualTo("mkfsdfu: missing required parameters: 'DIR', 'FW.dfu'; see mkfsdfu --help\n");
    assertThat(CommandRun.of("x").err()).contains("missing required parameter: 'FW.dfu'");
    assertThat(CommandRun.of(missing, bench.firmware()).err())
        .isEqualTo("mkfsdfu: " + missing + ": does not exist, a directory is expected\n");
    assertThat(CommandRun.of(bench.assets(), missing, "--no-create").exit()).isEqualTo(66);
    assertThat(CommandRun.of(bench.assets(), missing, "-o", bench.path("out")).err())
        .contains(missing + ": no such file; name the firmware's .dfu");
    assertThat(bench.path("out")).doesNotExist();
  }

  @Test
  void tellsWhoSwapsDirectoryAndFirmware() {
    CommandRun run = CommandRun.of(bench.firmware(), bench.assets());

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("give the directory first: mkfsdfu " + bench.assets());
  }

  @Test
  void makesAFileNewWithAWarning() {
    Path output = bench.path("new.dfu");

    CommandRun run =
        CommandRun.of(
            bench.assets(), output, "--fs-addr", "0x08004000:64K", "-D", "1209:0001", "-q");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "mkfsdfu: warning: "
                + output
                + " is made new and holds no firmware, only the filesystem\n");
    ExternalTool.Result suffix = ExternalTool.named("dfu-suffix").run("-c", output);
    assertThat(suffix.out()).contains("Vendor ID:\t0x1209").contains("Product ID:\t0x0001");
  }

  @Test
  void dryRunDoesAllButWrite() {
    byte[] before = Workbench.bytes(bench.firmware());

    CommandRun run = runWith("--dry-run");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("FAT12: 2 files").contains("nothing was written (--dry-run)");
    assertThat(bench.firmware()).hasBinaryContent(before);
    assertThat(bench.names()).containsExactly("assets", "firmware.dfu");
    assertThat(CommandRun.of(bench.assets(), bench.firmware(), "--dry-run", "-o", folder).exit())
        .isEqualTo(73);
  }

  @Test
  void saysOnOneLineWhatThereIsAndHowToFlashIt() {
    Path output = bench.path("it's.dfu");

    CommandRun run = runWith("-o", output.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            output
                + ": filesystem at 0x08004000, 114688 bytes (PYBV11, named by the firmware),"
                + " FAT12: 2 files, 2.0 of 95.0 KiB used; firmware unchanged\n"
                + "flash it: dfu-util -a 0 -s :leave -D '"
                + output.toString().replace("'", "'\\''")
                + "'\n");
  }

  @Test
  void saysWhatRawBytesReplaced() {
    Path raw = bench.write("boot.bin", "12345678");

    assertThat(runWith("-b", "0x08000000:" + raw).out())
        .contains("; the rest of the firmware unchanged; " + raw + " at 0x08000000-0x08000007 in");
    assertThat(runWith("-b", "0x080c0000:" + raw).out())
        .contains("; firmware unchanged; " + raw + " at 0x080c0000-0x080c0007\n");
  }

  @Test
  void verboseShowsTheTreeAndWhatWasLeftOut() {
    bench.file("lib/__pycache__/a.pyc", 1).file("notes.md", 1);

    assertThat(runWith("-v", "--exclude", "*.md").out())
        .startsWith(
            """
                   100  boot.py
                        lib/
                   600  lib/a.py
            left out: lib/__pycache__ (default exclude __pycache__)
            left out: notes.md (--exclude *.md)
            """)
        .contains("; 2 left out\n");
  }

  @Test
  void jsonHasTheSameFacts() throws JsonParserException {
    Path raw = bench.write("raw.bin", "12345678");
    bench.file("skip.pyc", 1);

    CommandRun run =
        runWith("--json", "-q", "--volume-id=beef", "-b", "0x080c0000:" + raw, "--dry-run");
    JsonObject facts = JsonParser.object().from(run.out());
    JsonObject filesystem = facts.getObject("filesystem");
    JsonArray elements = facts.getArray("elements");

    assertThat(facts.getString("file")).isEqualTo(bench.firmware().toString());
    assertThat(facts.getBoolean("written")).isFalse();
    assertThat(facts.getBoolean("created")).isFalse();
    assertThat(filesystem)
        .containsEntry("bytes", 114688)
        .containsEntry("decidedBy", "PYBV11, named by the firmware")
        .containsEntry("board", "PYBV11")
        .containsEntry("type", "FAT12")
        .containsEntry("label", "PYBFLASH")
        .containsEntry("volumeId", "0000beef")
        .containsEntry("files", 2)
        .containsEntry("directories", 1)
        .containsEntry("capacityBytes", 95 << 10)
        .containsEntry("freeBytes", 93 << 10);
    assertThat(elements).hasSize(4);
    assertThat(elements.getObject(2))
        .containsEntry("address", "0x080c0000")
        .containsEntry("role", "raw")
        .containsEntry("change", "added")
        .containsEntry("source", raw.toString());
    assertThat(elements.getObject(3)).containsEntry("role", "volume");
    assertThat(facts.getArray("excluded").getObject(0))
        .containsEntry("path", "skip.pyc")
        .containsEntry("rule", "default exclude *.pyc");
    assertThat(facts.getArray("remarks")).isEmpty();
  }

  @Test
  void listsAllNamesThatTheBoardCouldNotUse() {
    bench.file("Boot.py", 1).file("caf\u00e9.txt", 1).file("a:b", 1).file("end.", 1);
    bench.file("lib/" + "n".repeat(255), 1).file("escape\u001b[31m", 1);

    CommandRun run = runWith();

    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.errLines())
        .containsExactly(
            "mkfsdfu: "
                + bench.assets()
                + ": 5 names cannot be used on the board; rename them, or leave them out with"
                + " --exclude",
            "mkfsdfu:   a:b: the name contains ':', which FAT does not allow",
            "mkfsdfu:   boot.py: differs from Boot.py only in case, which the board does not tell"
                + " apart",
            "mkfsdfu:   caf\u00e9.txt: the name is not ASCII (U+00E9); os.listdir() on the board"
                + " would fail for its whole directory",
            "mkfsdfu:   end.: the name ends with a dot, so the board could not open it",
            "mkfsdfu:   escape\\x1B[31m: the name contains the control character U+001B");
  }

  @Test
  void listsTwentyNamesAndCountsTheOthers() {
    for (int i = 0; i < 23; i++) {
      bench.file("n" + i + "?", 1);
    }

    assertThat(runWith().errLines()).hasSize(22).last().isEqualTo("mkfsdfu:   and 3 more");
  }

  @Test
  void warnsOfPathsThatTheBoardsProgramsCannotReach() {
    String path = "d".repeat(60) + "/" + "e".repeat(60) + "/";
    bench.file(path + "f".repeat(5), 1).file(path + "g".repeat(6), 1);

    CommandRun run = runWith("-q");

    assertThat(run.exit()).isZero();
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("mkfsdfu: warning: ")
        .contains("g: the path has 128 characters; the board's import and getcwd stop at 127");
  }

  @Test
  void readsArgumentsFromFiles() {
    Path output = bench.path("with blank.dfu");
    Path arguments =
        bench.write(
            "args",
            "# what goes where\n"
                + bench.assets()
                + "\t"
                + bench.firmware()
                + "\n"
                + "--output='"
                + output
                + "' # not overwritten\n--label \"\"");

    CommandRun run = CommandRun.of("@" + arguments);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(output).exists();
    assertThat(runWith("--label", "@@AT", "--json").out()).contains("\"label\":\"@AT\"");
    assertThat(runWith("@" + bench.write("marked", "\uFEFF--label AT"), "--json").out())
        .contains("\"label\":\"AT\"");
    bench.write("args", "'open");
    assertThat(CommandRun.of("@" + arguments).err())
        .contains("a quotation that begins with ' does not");
  }

  @Test
  void leavesOutTheFileThatIsWritten() throws IOException {
    Path inside = bench.assets().resolve("fw.dfu");
    Files.copy(bench.firmware(), inside);
    Files.createSymbolicLink(bench.assets().resolve("link"), Path.of("fw.dfu"));

    byte[] first = bench.pack(inside, bench.assets(), inside);
    CommandRun second = CommandRun.of(bench.assets(), inside, "-v");

    assertThat(second.out())
        .contains("left out: fw.dfu (the file that is written)")
        .contains("left out: link (the file that is written)")
        .contains("2 left out");
    assertThat(inside).hasBinaryContent(first);
    assertThat(CommandRun.of(bench.assets(), inside, "-o", bench.path("out")).err())
        .contains("does not fit")
        .contains("without fw.dfu and link it fits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpNamesEveryOptionAndNoOtherLineIsNeeded(String help) {
    CommandRun run = CommandRun.of(help);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: mkfsdfu [OPTIONS] DIR FW.dfu")
        .contains("--fs-addr", "--output", "--no-create", "--volume-id", "Exit codes: 0 done")
        .doesNotContain("\u001b");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void coloursNeedATerminalThatMayHaveThem() {
    assertThat(CommandRun.with(Map.of(), true, "--help").out()).contains("\u001b[");
    assertThat(CommandRun.with(Map.of("NO_COLOR", "1"), true, "--help").out())
        .doesNotContain("\u001b");
    assertThat(CommandRun.with(Map.of("NO_COLOR", ""), true, "--help").out()).contains("\u001b[");
  }

  @Test
  void onlyDebugShowsATrace() {
    assertThat(runWith("--fs-size", "16K").err()).doesNotContain("\tat ");
    assertThat(runWith("--fs-size", "16K", "--debug").err())
        .startsWith("mkfsdfu: volume: 16384 bytes are too small")
        .contains("\tat mkfsdfu.cli.Main.run");
  }

  @Test
  void forceOverrulesAndSaysSo() {
    CommandRun run = runWith("--fs-addr", "0x080c0000:64K", "--force");

    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .contains("warning: ")
        .contains("--fs-addr says 0x080c0000, but PYBV11 has its filesystem at 0x08004000");
    assertThat(run.out()).contains("filesystem at 0x080c0000, 65536 bytes");
  }

  private CommandRun runWith(String... options) {
    List<Object> arguments = new ArrayList<>(List.of(bench.assets(), bench.firmware()));
    arguments.addAll(Arrays.asList(options));
    return CommandRun.of(arguments.toArray());
  }
}
