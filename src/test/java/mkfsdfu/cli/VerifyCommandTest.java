package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** verify and diff, on what the packing makes. */
class VerifyCommandTest {
  private static final String FIRMWARE = "testdata/firmware.dfu";

  @TempDir Path folder;

  private Path assets;
  private Path fw;

  @BeforeEach
  void pack() throws IOException {
    assets = Files.createDirectory(folder.resolve("assets"));
    Files.writeString(assets.resolve("main.py"), "print(1)");
    Files.createDirectory(assets.resolve("lib"));
    Files.writeString(assets.resolve("lib/a.py"), "aaa");
    Files.writeString(assets.resolve("lib/notes.md"), "notes");
    fw = folder.resolve("fw.dfu");
    assertThat(CommandRun.of(assets, FIRMWARE, "-o", fw, "-q").exit()).isZero();
  }

  @Test
  void saysThatAFileIsSound() throws JsonParserException {
    assertThat(CommandRun.of("verify", fw))
        .isEqualTo(new CommandRun(0, fw + ": sound (DfuSe, 1 volume, board PYBV11)\n", ""));
    assertThat(CommandRun.of("verify", FIRMWARE).out())
        .isEqualTo(FIRMWARE + ": sound (DfuSe, no volume, board PYBV11)\n");
    JsonObject json = JsonParser.object().from(CommandRun.of("verify", fw, "--json").out());
    assertThat(json.getBoolean("good")).isTrue();
    assertThat(json.getBoolean("damaged")).isFalse();
    assertThat(json.getInt("volumes")).isEqualTo(1);
    assertThat(json.getString("board")).isEqualTo("PYBV11");
    assertThat(json.getArray("findings")).isEmpty();
    assertThat(json.has("changes")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "fw.hex, 'is Intel HEX, and only .dfu files and raw volumes are looked into; make a .dfu of it'",
    "fw.dfu.gz, 'is compressed, and only .dfu files and raw volumes are looked into; unpack it'",
  })
  void callsNoOtherFormDamaged(String name, String message) throws IOException {
    Path other = folder.resolve(name);
    assertThat(CommandRun.of(assets, FIRMWARE, "-o", other, "-q").exit()).isZero();
    Path renamed = Files.copy(other, folder.resolve("renamed.dfu"));

    for (String command : new String[] {"verify", "info", "ls"}) {
      for (Path file : new Path[] {other, renamed}) {
        CommandRun run = CommandRun.of(command, file);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).startsWith("mkfsdfu: " + file + ": " + message);
      }
    }
  }

  @Test
  void looksIntoRawBytesThatBeginWithAColon() throws IOException {
    Path raw = Files.writeString(folder.resolve("raw"), ":no hexadecimal digits");

    assertThat(CommandRun.of("info", raw).exit()).isZero();
  }

  @Test
  void listsEachFindingOnALine() throws IOException, JsonParserException {
    byte[] bytes = Files.readAllBytes(fw);
    int slot = TestVolume.find(bytes, "MAIN    PY ");
    bytes[slot + 26] = 0x7F;
    Path damaged = Files.write(folder.resolve("damaged.dfu"), bytes);

    CommandRun run = CommandRun.of("verify", damaged);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("error    dfu-crc             the CRC of the suffix is "))
        .contains(
            "error    chain-free          /main.py, cluster 127: cluster 127 of its chain is free"
                + " (the board fails with EIO there)",
            damaged + ": 3 errors (DfuSe, 1 volume, board PYBV11)")
        .anyMatch(line -> line.contains("lost-clusters"));
    JsonObject json = JsonParser.object().from(CommandRun.of("verify", damaged, "--json").out());
    assertThat(json.getBoolean("damaged")).isTrue();
    JsonObject finding = json.getArray("findings").getObject(1);
    assertThat(finding.getString("rule")).isEqualTo("chain-free");
    assertThat(finding.getString("severity")).isEqualTo("error");
    assertThat(finding.getString("volume")).endsWith("damaged.dfu, element 3 at 0x08004000");
    assertThat(finding.getString("path")).isEqualTo("/main.py");
    assertThat(finding.getInt("cluster")).isEqualTo(127);
    assertThat(finding.getString("boardDoes")).isEqualTo("the board fails with EIO there");
    assertThat(json.getArray("findings").getObject(0).has("path")).isFalse();
  }

  @Test
  void findsABrokenStructureInsteadOfFailing() throws IOException {
    Path damaged = Files.write(folder.resolve("damaged.dfu"), new byte[] {'D', 'f', 'u', 'S', 'e'});

    CommandRun run = CommandRun.of("verify", damaged, "--against", assets);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("error    dfu-structure       offset 0: file ends inside the DfuSe prefix")
        .contains("there is no volume to compare with " + assets);
  }

  @Test
  void warningsAloneAreNoDamage() throws IOException {
    byte[] volume = new TestVolume().file("main.py", "1").bytes(64 << 10);
    volume[37] = 1;
    Path image = Files.write(folder.resolve("dirty.img"), volume);

    CommandRun run = CommandRun.of("verify", image);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("warning  not-unmounted       " + image + ": marked as in use")
        .endsWith(": sound, 1 warning (raw, 1 volume, board not known)\n");
  }

  @Test
  void comparesWithWhatTheDirectoryWouldMake() throws IOException, JsonParserException {
    Files.writeString(assets.resolve(".DS_Store"), "left out");
    assertThat(CommandRun.of("verify", fw, "--against", assets, "--times"))
        .isEqualTo(
            new CommandRun(
                0,
                fw
                    + ": sound, and holds what "
                    + assets
                    + " holds (DfuSe, 1 volume, board PYBV11)\n",
                ""));

    Files.writeString(assets.resolve("main.py"), "print(2)");
    Files.writeString(assets.resolve("new.py"), "");
    CommandRun run = CommandRun.of("verify", fw, "--against", assets, "--exclude", "*.md");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            changed  /main.py: content differs, first at byte 6
            removed  /new.py (0 bytes)
            added    /lib/notes.md (5 bytes)
            """
                + fw
                + ": sound, 3 differences (DfuSe, 1 volume, board PYBV11)\n");
    JsonObject json =
        JsonParser.object().from(CommandRun.of("verify", fw, "--against", assets, "--json").out());
    assertThat(json.getBoolean("good")).isFalse();
    assertThat(json.getBoolean("damaged")).isFalse();
    assertThat(json.getArray("changes")).hasSize(2);
  }

  @Test
  void knowsNoTimesButThoseOfTheSource() throws IOException {
    Files.setLastModifiedTime(assets.resolve("main.py"), FileTime.fromMillis(1_500_000_000_000L));

    assertThat(CommandRun.of("verify", fw, "--against", assets).exit()).isZero();
    CommandRun run = CommandRun.of("verify", fw, "--against", assets, "--times");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("changed  /main.py: modified 2017-07-14 02:40:00, now 20");

    Path fixed = folder.resolve("fixed.dfu");
    Map<String, String> environment = Map.of("SOURCE_DATE_EPOCH", "1000000000");
    CommandRun.with(environment, false, assets, FIRMWARE, "-o", fixed, "-q");
    assertThat(
            CommandRun.with(environment, false, "verify", fixed, "--against", assets, "--times")
                .exit())
        .isZero();
  }

  @Test
  void leavesOutTheFileThatLiesInTheDirectory() throws IOException {
    Path inside = Files.copy(fw, assets.resolve("fw.dfu"));

    assertThat(CommandRun.of("verify", inside, "--against", assets).exit()).isZero();
    assertThat(CommandRun.of("diff", inside, assets)).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("diff", assets, inside)).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void diffNamesWhatDiffers() throws IOException, JsonParserException {
    Path other = folder.resolve("other.dfu");
    Files.writeString(assets.resolve("main.py"), "print(12)");
    Files.delete(assets.resolve("lib/a.py"));
    Files.createDirectory(assets.resolve("img"));
    Files.writeString(folder.resolve("raw.bin"), "12345678");
    CommandRun.of(
        assets, FIRMWARE, "-o", other, "-q", "-b", "0x080c0000:" + folder.resolve("raw.bin"));

    CommandRun run = CommandRun.of("diff", fw, other);

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                """
                changed  /main.py: 8 bytes, now 9
                added    /img/
                removed  /lib/a.py (3 bytes)
                added    element at 0x080c0000 (8 bytes)
                """,
                ""));
    JsonObject json = JsonParser.object().from(CommandRun.of("diff", fw, other, "--json").out());
    assertThat(json.getBoolean("same")).isFalse();
    assertThat(json.getString("one")).isEqualTo(fw.toString());
    JsonObject change = json.getArray("changes").getObject(0);
    assertThat(change.getString("kind")).isEqualTo("changed");
    assertThat(change.getString("subject")).isEqualTo("file");
    assertThat(change.getArray("aspects").getString(0)).isEqualTo("size");
    assertThat(change.getInt("oldBytes")).isEqualTo(8);
    assertThat(change.getInt("newBytes")).isEqualTo(9);
    assertThat(json.getArray("changes").getObject(2).has("newBytes")).isFalse();
  }

  @Test
  void diffOfTheSameSaysNothing() {
    assertThat(CommandRun.of("diff", fw, fw)).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("diff", fw, assets, "--times")).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void diffRefusesWhatItCannotCompare() {
    CommandRun directories = CommandRun.of("diff", assets, assets);
    assertThat(directories.exit()).isEqualTo(64);
    assertThat(directories.err()).contains("both are directories");
    assertThat(CommandRun.of("diff", FIRMWARE, assets).exit()).isEqualTo(65);
    assertThat(CommandRun.of("diff", fw, folder.resolve("missing")).exit()).isEqualTo(66);
    assertThat(CommandRun.of("verify", fw, "--against", folder.resolve("missing")).exit())
        .isEqualTo(66);
    assertThat(CommandRun.of("diff", fw).exit()).isEqualTo(64);
  }
}
