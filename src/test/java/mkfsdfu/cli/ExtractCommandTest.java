package mkfsdfu.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.StandInFirmware;
import mkfsdfu.testing.TestDfu;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractCommandTest {
  private static final int BYTES = 112 << 10;
  private static final Instant TIME = Instant.parse("2024-05-06T07:08:10Z");

  @TempDir Path folder;

  private final TestVolume volume =
      new TestVolume().file("main.py", "print(1)").file("lib/sub/a.py", "aaa").directory("empty");

  private Path raw;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    raw = write("dump.img", volume.bytes(BYTES));
    // One level down, so that what leaves it is still in a folder that is looked at.
    out = folder.resolve("safe/out");
    Files.createDirectory(folder.resolve("safe"));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private List<String> files(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(path -> !path.equals(top))
          .map(path -> top.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesFilesWithTheirTimes() throws IOException {
    CommandRun run = CommandRun.of("extract", raw, "-C", out);

    assertThat(run).isEqualTo(new CommandRun(0, out + ": 2 files (0.0 KiB) written\n", ""));
    assertThat(files(out)).containsExactly("empty", "lib", "lib/sub", "lib/sub/a.py", "main.py");
    assertThat(out.resolve("main.py")).hasContent("print(1)");
    for (String path : files(out)) {
      assertThat(Files.getLastModifiedTime(out.resolve(path)).toInstant()).isEqualTo(TIME);
    }
  }

  @Test
  void writesWhatAPathNames() throws IOException {
    assertThat(CommandRun.of("extract", raw, "LIB/sub", "-C", out).exit()).isZero();
    assertThat(CommandRun.of("extract", raw, "/MAIN.PY", "-C", out).exit()).isZero();

    assertThat(files(out)).containsExactly("main.py", "sub", "sub/a.py");
  }

  @Test
  void writesTheVolumeAndElementsAsFiles() throws IOException {
    byte[] bytes = volume.bytes(BYTES);
    Path fw =
        write(
            "fw.dfu",
            new TestDfu().elements(StandInFirmware.pybv11()).element(0x08004000L, bytes).bytes());
    Path image = folder.resolve("volume.img");
    Path element = folder.resolve("element.bin");

    assertThat(CommandRun.of("extract", fw, "--volume", "-o", image))
        .isEqualTo(new CommandRun(0, image + ": 114688 bytes\n", ""));
    assertThat(CommandRun.of("extract", fw, "--element", "1", "-o", element).exit()).isZero();

    assertThat(image).hasBinaryContent(bytes);
    assertThat(element)
        .hasBinaryContent(
            StandInFirmware.pybv11().targets().get(0).elements().get(0).data().toArray());
  }

  @Test
  void overwritesNothingWithoutForce() throws IOException {
    Files.createDirectories(out.resolve("lib/sub"));
    Files.writeString(out.resolve("lib/sub/a.py"), "mine");

    CommandRun refused = CommandRun.of("extract", raw, "-C", out);
    assertThat(refused.exit()).isEqualTo(73);
    assertThat(refused.err())
        .isEqualTo(
            "mkfsdfu: "
                + out
                + ": 1 file is in the way; --force replaces files by files, or name another"
                + " directory; nothing was written\nmkfsdfu:   "
                + out.resolve("lib/sub/a.py")
                + "\n");
    assertThat(files(out)).containsExactly("lib", "lib/sub", "lib/sub/a.py");
    assertThat(out.resolve("lib/sub/a.py")).hasContent("mine");

    assertThat(CommandRun.of("extract", raw, "-C", out, "--force").exit()).isZero();
    assertThat(out.resolve("lib/sub/a.py")).hasContent("aaa");

    Path image = write("there.img", new byte[1]);
    CommandRun whole = CommandRun.of("extract", raw, "--volume", "-o", image);
    assertThat(whole.exit()).isEqualTo(73);
    assertThat(whole.err()).isEqualTo("mkfsdfu: " + image + ": exists; --force replaces it\n");
    assertThat(CommandRun.of("extract", raw, "--volume", "-o", image, "--force").exit()).isZero();
    assertThat(image).hasBinaryContent(volume.bytes(BYTES));
  }

  @Test
  void replacesNoDirectoryByAFileAndNoFileByADirectory() throws IOException {
    Files.createDirectories(out.resolve("main.py"));
    Files.writeString(out.resolve("lib"), "mine");

    CommandRun run = CommandRun.of("extract", raw, "-C", out, "--force");

    assertThat(run.exit()).isEqualTo(73);
    assertThat(run.err()).contains("2 files are in the way; move them away");
    assertThat(out.resolve("lib")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void followsNoLinkBelowTheDirectory(boolean force) throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createDirectory(out);
    Files.createSymbolicLink(out.resolve("lib"), outside);

    CommandRun run =
        force
            ? CommandRun.of("extract", raw, "-C", out, "--force")
            : CommandRun.of("extract", raw, "-C", out);

    assertThat(run.exit()).isEqualTo(73);
    assertThat(run.err()).contains("in the way").contains(out.resolve("lib").toString());
    assertThat(files(outside)).isEmpty();
    assertThat(files(out)).containsExactly("lib");
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.py"), "mine");
    Path dangling = folder.resolve("made.py");
    Files.createDirectory(out);
    Files.createSymbolicLink(out.resolve("main.py"), outside);
    Files.createDirectories(out.resolve("lib/sub"));
    Files.createSymbolicLink(out.resolve("lib/sub/a.py"), dangling);

    assertThat(CommandRun.of("extract", raw, "-C", out).exit()).isEqualTo(73);
    assertThat(CommandRun.of("extract", raw, "-C", out, "--force").exit()).isZero();

    assertThat(outside).hasContent("mine");
    assertThat(dangling).doesNotExist();
    assertThat(Files.isSymbolicLink(out.resolve("main.py"))).isFalse();
    assertThat(out.resolve("lib/sub/a.py")).hasContent("aaa");
  }

  @Test
  void writesThroughTheLinkThatTheUserNames() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(out, real);

    assertThat(CommandRun.of("extract", raw, "-C", out).exit()).isZero();
    assertThat(real.resolve("main.py")).hasContent("print(1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", ".", "../../evil", "/tmp/x/evil", "..\\evil", "x\u0000y", "\n", ". "})
  void leavesOutWhatWouldLeaveTheDirectory(String name) throws IOException {
    for (String path : List.of("a b", "a b/evil")) {
      byte[] good = new TestVolume().file(path, "evil").file("main.py", "1").bytes(BYTES);
      Path hostile = write("hostile.img", TestVolume.rename(good, "a b", name));
      List<String> before = files(folder);

      CommandRun run = CommandRun.of("extract", hostile, "-C", out, "--force");

      List<String> after = new java.util.ArrayList<>(files(folder));
      after.removeAll(before);
      after.removeAll(List.of("safe/out", "safe/out/main.py"));
      if (name.indexOf('\0') < 0) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("mkfsdfu: warning: left out /").hasLineCount(1);
        assertThat(run.out()).contains("1 file (0.0 KiB) written, 1 left out");
        assertThat(after).isEmpty();
      } else {
        // A zero ends a name.
        assertThat(after).allMatch(made -> made.startsWith("safe/out/"));
      }
      assertThat(out.resolve("main.py")).hasContent("1");
    }
  }

  @ParameterizedTest
  @CsvSource({"'..         '", "'/EVIL      '", "'A/B        '"})
  void leavesOutShortNamesThatWouldLeaveIt(String name) throws IOException {
    byte[] good = new TestVolume().file("AAAAAAAA.TXT", "x").file("main.py", "1").bytes(BYTES);
    Path hostile = write("hostile.img", TestVolume.replace(good, "AAAAAAAATXT", name));

    CommandRun.of("extract", hostile, "-C", out);

    assertThat(files(out)).containsExactly("main.py");
    assertThat(files(folder))
        .containsExactly("dump.img", "hostile.img", "safe", "safe/out", "safe/out/main.py");
  }

  @Test
  void goesOnWhereAFileIsDamaged() throws IOException, JsonParserException {
    byte[] damaged = volume.bytes(BYTES);
    damaged[TestVolume.find(damaged, "MAIN    PY ") + 30] = 1;
    Path file = write("damaged.img", damaged);

    CommandRun run = CommandRun.of("extract", file, "-C", out, "--json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("left out /main.py: it cannot be read whole");
    JsonObject json = JsonParser.object().from(run.out());
    assertThat(json.getInt("files")).isEqualTo(1);
    assertThat(json.getInt("directories")).isEqualTo(3);
    assertThat(json.getArray("refused").getObject(0).getString("path")).isEqualTo("/main.py");
    assertThat(files(out)).containsExactly("empty", "lib", "lib/sub", "lib/sub/a.py");
  }

  @Test
  void keepsTheTimeOfNowWhereNoneIsStored() throws IOException {
    byte[] timeless = volume.bytes(BYTES);
    int slot = TestVolume.find(timeless, "MAIN    PY ");
    timeless[slot + 24] = 0;
    timeless[slot + 25] = 0;
    Instant before = Instant.now().minusSeconds(2);

    CommandRun.of("extract", write("timeless.img", timeless), "main.py", "-C", out);

    assertThat(Files.getLastModifiedTime(out.resolve("main.py")).toInstant()).isAfter(before);
  }

  @Test
  void wrongUsesEndWith64() {
    Path target = folder.resolve("x");
    assertUsage("--directory: is missing; say where to write with -C DIR", raw);
    assertUsage("--output: is missing; give -o OUT", raw, "--volume");
    assertUsage("--output: is for --volume and --element", raw, "-C", out, "-o", target);
    assertUsage("--volume: makes one file", raw, "lib", "--volume", "-o", target);
    assertUsage("--element: makes one file", raw, "--element", "1", "-C", out);
    assertUsage("--element: and --volume are two", raw, "--element", "1", "--volume", "-o", target);
    assertUsage("has 1 element, no 2;", raw, "--element", "2", "-o", target);
    assertUsage("--element: 'x' is not a number", raw, "--element", "x", "-o", target);
    assertThat(target).doesNotExist();
    assertThat(out).doesNotExist();
  }

  private static void assertUsage(String message, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "extract";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandRun run = CommandRun.of(all);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains(message);
  }

  @Test
  void missingPathsEndWith66AndBadPlacesWith73() throws IOException {
    Path file = write("file", new byte[0]);

    assertThat(CommandRun.of("extract", raw, "nope", "-C", out).exit()).isEqualTo(66);
    CommandRun run = CommandRun.of("extract", raw, "-C", file);
    assertThat(run.exit()).isEqualTo(73);
    assertThat(run.err())
        .isEqualTo("mkfsdfu: " + file + ": is no directory; name a directory with -C\n");
    assertThat(CommandRun.of("extract", raw, "--volume", "-o", folder).exit()).isEqualTo(73);
  }

  /** mcopy reads what mkfs.fat and mcopy wrote; so must we, to the byte. */
  @ParameterizedTest
  @CsvSource({
    "12, 1, 1, 512, 200",
    "12, 2, 4, 512, 2000",
    "12, 1, 64, 512, 20000",
    "12, 2, 1, 4096, 800",
    "16, 1, 1, 512, 5000",
    "16, 2, 8, 512, 40000",
    "16, 2, 1, 4096, 20000"
  })
  void writesWhatMkfsAndMcopyMade(
      int type, int fats, int sectorsPerCluster, int sectorBytes, int kib) throws IOException {
    Path source = folder.resolve("source");
    Files.createDirectories(source.resolve("lib/deep/er"));
    Files.writeString(source.resolve("main.py"), "print(1)");
    Files.write(source.resolve("A long name.bin"), new byte[10_000]);
    Files.writeString(source.resolve("lib/deep/er/x.y"), "x");
    Path image = folder.resolve("other.img");
    run(
        "mkfs.fat",
        "-F",
        type,
        "-f",
        fats,
        "-s",
        sectorsPerCluster,
        "-S",
        sectorBytes,
        "-C",
        image,
        kib);
    run(
        "mcopy",
        "-s",
        "-m",
        "-i",
        image,
        source.resolve("lib"),
        source.resolve("main.py"),
        source.resolve("A long name.bin"),
        "::");

    CommandRun run = CommandRun.of("extract", image, "-C", out);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(files(out)).isEqualTo(files(source));
    for (String path : files(source)) {
      if (Files.isRegularFile(source.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        assertThat(out.resolve(path)).hasSameBinaryContentAs(source.resolve(path));
      }
    }
    assertThat(CommandRun.of("diff", source, image)).isEqualTo(new CommandRun(0, "", ""));
    assertThat(CommandRun.of("verify", image).exit()).isZero();
  }

  private static void run(String tool, Object... arguments) {
    ExternalTool.Result result = ExternalTool.named(tool).run(arguments);
    assertThat(result.exit()).as(result.err()).isZero();
  }

  @Test
  void writesNamesOfCodePage437() throws IOException {
    byte[] good = new TestVolume().file("AAAA.TXT", "x").bytes(BYTES);
    String short437 =
        new String(
            new byte[] {'C', 'A', 'F', (byte) 0x90}, java.nio.charset.StandardCharsets.ISO_8859_1);
    Path image =
        write("accents.img", TestVolume.replace(good, "AAAA    TXT", short437 + "    TXT"));

    CommandRun run = CommandRun.of("extract", image, "-C", out);

    // A host whose file names are ASCII only says so; others have the name.
    if (run.exit() == 0) {
      assertThat(files(out)).containsExactly("CAF\u00C9.TXT");
    } else {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("this system cannot write its name");
      assertThat(new String(run.out().getBytes(US_ASCII), US_ASCII)).contains("0 files");
    }
  }
}
