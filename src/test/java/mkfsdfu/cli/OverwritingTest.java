package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a run reads, and is asked to write. */
class OverwritingTest {
  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void makeAssets() {
    bench = new Workbench(folder).file("main.py", 100).file("lib/font.bin", 300);
  }

  @ParameterizedTest
  @CsvSource({
    "--bin, 0x080c0000:, ''",
    "--add, '', =x",
    "--exclude-from, '', ''",
    "--elf, '', ''",
    "--board-file, '', ''",
  })
  void refusesAnInputAsOutputOrMap(String option, String before, String after) throws IOException {
    Path input = bench.write("input.py", "# mine");
    Path link = Files.createSymbolicLink(folder.resolve("link.py"), input);
    for (String output : List.of("-o", "--map")) {
      CommandRun run =
          CommandRun.of(
              bench.assets(), bench.firmware(), option, before + input + after, output, link);

      assertThat(run.exit()).isEqualTo(64);
      assertThat(run.err())
          .isEqualTo(
              "mkfsdfu: " + option + ": " + input + " is the file that is written; name another\n");
      assertThat(input).hasContent("# mine");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o", "--map"})
  void refusesWhatIsPacked(String output) {
    Path source = bench.assets().resolve("main.py");
    byte[] before = Workbench.bytes(source);

    CommandRun run = CommandRun.of(bench.assets(), bench.firmware(), output, source);

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err())
        .isEqualTo(
            "mkfsdfu: "
                + source
                + ": lies among the files that are packed, and is nothing that mkfsdfu made; it"
                + " would be lost: write elsewhere, or remove it first\n");
    assertThat(source).hasBinaryContent(before);
  }

  @Test
  void refusesWhatIsFrozen() {
    Path source = bench.assets().resolve("main.py");
    byte[] before = Workbench.bytes(source);

    CommandRun run = CommandRun.of("freeze", bench.assets(), "-o", source);

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("main.py: lies among the files that are packed");
    assertThat(source).hasBinaryContent(before);

    Path added = bench.write("x.py", "# mine");
    assertThat(CommandRun.of("freeze", bench.assets(), "-o", added, "--add", added + "=y").err())
        .contains("--add: " + added + " is the file that is written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fw.dfu", "fw.dfu.gz", "fw.hex", "volume.img"})
  void replacesAnEarlierOutputAmongTheFiles(String name) {
    Path output = bench.assets().resolve(name);
    byte[] first = bench.pack(output, bench.assets(), bench.firmware(), "-o", output);

    assertThat(bench.pack(output, bench.assets(), bench.firmware(), "-o", output)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"map.py", "map.json"})
  void replacesAnEarlierMapAmongTheFiles(String name) {
    Path map = bench.assets().resolve(name);
    Path output = bench.path("out.dfu");
    for (int i = 0; i < 2; i++) {
      CommandRun run = CommandRun.of(bench.assets(), bench.firmware(), "-o", output, "--map", map);
      assertThat(run.exit()).as(run.err()).isZero();
    }
    assertThat(map).content().contains("main.py");
  }

  @Test
  void replacesAnEarlierModuleAmongTheFiles() {
    Path module = bench.assets().resolve("data.py");
    byte[] first = bench.pack(module, "freeze", bench.assets(), "-o", module);

    assertThat(bench.pack(module, "freeze", bench.assets(), "-o", module)).isEqualTo(first);
  }
}
