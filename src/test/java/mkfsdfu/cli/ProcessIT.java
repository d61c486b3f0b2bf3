package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finished tool as a process: streams, exit codes, environment. */
class ProcessIT {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void fillBench() {
    bench = new Workbench(folder).file("main.py", 1000);
    bench.firmware();
  }

  @Test
  void everyKindOfEndHasItsExitCode() {
    assertEnds(0, "", "assets", "firmware.dfu", "-o", "fw.dfu", "-q");
    assertEnds(64, "unknown option '--bogus'", "assets", "firmware.dfu", "--bogus");
    assertEnds(65, "no.dfu, offset 0: signature of the file is", "assets", "no.dfu");
    assertEnds(66, "missing: does not exist, a directory is expected", "missing", "firmware.dfu");
    assertEnds(73, "/dev/null: is not a regular file", "assets", "firmware.dfu", "-o", "/dev/null");
  }

  @Test
  void aFileThatChangesWhileItIsReadIsAnIoFailure() {
    ExternalTool.Result result =
        Tool.shell(folder, "ulimit -f 0; exec \"$@\"", "assets", "firmware.dfu", "-o", "fw.dfu");

    assertThat(result.exit()).isEqualTo(74);
    assertThat(bench.path("fw.dfu")).doesNotExist();
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() {
    bench.file("large", 30 << 20);
    ExternalTool.Result result =
        Tool.run(
            folder,
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx16m"),
            "assets",
            "new.dfu",
            "--fs-addr",
            "0x90000000:240M");

    assertThat(result.exit()).isEqualTo(70);
    assertThat(result.err())
        .contains("mkfsdfu: not enough memory; give the JVM more: JAVA_TOOL_OPTIONS=-Xmx2g")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new.dfu", "new.dfu.gz", "new.img"})
  void aLargeVolumeWithLittleInItTakesLittleMemory(String output) {
    ExternalTool.Result result =
        Tool.run(
            folder,
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx20m"),
            "assets",
            bench.firmware(),
            "--fs-addr",
            "0x90000000:240M",
            "--force",
            "-o",
            output);

    assertThat(result.exit()).as(result.err()).isZero();
  }

  @Test
  void outputThatCannotBeSaidIsAFailure() {
    for (String line : new String[] {"exec \"$@\" >/dev/full", "exec \"$@\" >&-"}) {
      ExternalTool.Result result = Tool.shell(folder, line, "assets", "firmware.dfu", "--json");

      assertThat(result.exit()).isEqualTo(74);
      assertThat(result.err())
          .isEqualTo("mkfsdfu: stdout: cannot be written; check where it leads\n");
    }
  }

  @Test
  void saysItsVersion() {
    ExternalTool.Result result = Tool.run(folder, "--version");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).matches("mkfsdfu \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void resultsGoToStdoutAndWarningsToStderr() throws Exception {
    ExternalTool.Result result =
        Tool.run(folder, "assets", "new.dfu", "--fs-addr", "0x08004000", "--json");

    assertThat(JsonParser.object().from(result.out()).getBoolean("created")).isTrue();
    assertThat(result.err().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("mkfsdfu: (warning|note): .*"));
  }

  @Test
  void neitherFolderNorEnvironmentChangesTheBytes() throws Exception {
    Path elsewhere = Files.createDirectories(bench.path("a/b"));
    Map<String, String> exotic =
        Map.of("LC_ALL", "th_TH.UTF-8", "TZ", "Pacific/Kiritimati", "LANG", "tr_TR");

    assertThat(Tool.run(folder, "assets", "firmware.dfu", "-o", "here.dfu").exit()).isZero();
    ExternalTool.Result there =
        Tool.run(elsewhere, exotic, "../../assets", "../../firmware.dfu", "-o", "there.dfu");

    assertThat(there.exit()).as(there.err()).isZero();
    assertThat(elsewhere.resolve("there.dfu")).hasSameBinaryContentAs(bench.path("here.dfu"));
  }

  private void assertEnds(int exit, String message, Object... arguments) {
    bench.write("no.dfu", "not a DfuSe file, but long enough for one with a suffix");

    ExternalTool.Result result = Tool.run(folder, arguments);

    assertThat(result.exit()).as(result.err()).isEqualTo(exit);
    assertThat(result.out()).isEmpty();
    if (exit != 0) {
      assertThat(result.err().lines()).singleElement().asString().startsWith("mkfsdfu: ");
    }
    assertThat(result.err()).contains(message);
  }
}
