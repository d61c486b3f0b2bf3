package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mkfsdfu.flash.Numbers;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out, judged by dfu-util's, dosfstools' and mtools' own programs. */
class InteropTest {
  private static final int PYBOARD_BYTES = 112 << 10;
  private static final int FAT12_DATA_BYTES = 95 << 10;
  private static final int SLOTS = 512;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void makeBench() {
    bench = new Workbench(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "112K, FAT12, PYBFLASH",
    "112K, FAT12, ''",
    "2M, FAT12, DATA",
    "32M, FAT16, PYBFLASH",
    "32M, FAT16, ''"
  })
  void everyProgramReadsTheSameTree(String size, String type, String label) throws IOException {
    bench
        .file("boot.py", 40)
        .file("empty", 0)
        .file("Readme.Txt", 513)
        .file(".hidden/a long name with spaces.json", 3000)
        .file(".hidden/.deeper/.tij", 1)
        .file("lib/LIB.PY", 512)
        .directory("nothing here");
    Path output = bench.path("fw.dfu");

    CommandRun run =
        CommandRun.of(
            bench.assets(), output, "--fs-addr", "0x90000000:" + size, "--label=" + label);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(type + ": 6 files");
    judge(output, (int) Numbers.parseSize("size", size));
  }

  @Test
  void aVolumeMayBeFullToItsLastCluster() throws IOException {
    bench.file("all", FAT12_DATA_BYTES);

    packAndJudge();
    bench.file("one byte more", 1);

    assertThat(CommandRun.of(bench.assets(), bench.firmware()).err())
        .contains("does not fit: 0.5 KiB too much for the 95.0 KiB");
  }

  @Test
  void theRootMayBeFullToItsLastSlot() throws IOException {
    for (int i = 1; i < SLOTS; i++) {
      bench.file("f" + i, 0);
    }

    packAndJudge();
    bench.file("g", 0);

    assertThat(CommandRun.of(bench.assets(), bench.firmware()).err())
        .contains("the root directory needs 513 entries and has 512; --root-entries 528 would");
  }

  @Test
  void treesMayBeAsDeepAsPathsAreLong() throws IOException {
    bench.file("d/".repeat(62) + "f", 700);

    packAndJudge();
  }

  @Test
  void hundredsOfNamesMayBeginAlike() throws IOException {
    for (int i = 0; i < 300; i++) {
      bench.file("measurements/measurement " + i + ".json", i % 4 == 0 ? 1 : 0);
    }

    packAndJudge("--root-entries", 32);
  }

  @Test
  void rawBytesAndFirmwareStandWhereDfuUtilFindsThem() throws IOException {
    bench.file("main.py", 10);
    Path raw = bench.write("sprites.bin", "12345");
    Path output = bench.path("fw.dfu");

    bench.pack(output, bench.assets(), bench.firmware(), "-o", output, "-b", "0x080c0000:" + raw);

    judge(output, PYBOARD_BYTES);
    byte[] before = Workbench.bytes(bench.firmware());
    byte[] after = Workbench.bytes(output);
    // 11 bytes of prefix and 274 of target, whose sizes grow, then both elements as they were.
    int elements = before.length - 16;
    assertThat(after).startsWith("DfuSe".getBytes(StandardCharsets.US_ASCII));
    assertThat(Arrays.copyOfRange(after, 285, elements))
        .isEqualTo(Arrays.copyOfRange(before, 285, elements));
    assertThat(Arrays.copyOfRange(after, elements, elements + 16))
        .containsExactly(0, 0, 12, 8, 8, 0, 0, 0, '1', '2', '3', '4', '5', 0, 0, 0);
  }

  private void packAndJudge(Object... options) throws IOException {
    Path output = bench.path("fw.dfu");
    List<Object> arguments =
        new ArrayList<>(List.of(bench.assets(), bench.firmware(), "-o", output));
    arguments.addAll(List.of(options));
    bench.pack(output, arguments.toArray());
    judge(output, PYBOARD_BYTES);
  }

  private void judge(Path output, int volumeBytes) throws IOException {
    Path volume = bench.volumeOf(output, volumeBytes);
    Path copy = Files.createDirectory(bench.path("copy"));

    succeeds(ExternalTool.named("dfu-suffix").run("-c", output));
    succeeds(ExternalTool.named("fsck.fat").run("-n", volume));
    succeeds(
        ExternalTool.named("mcopy")
            .run(Map.of("TZ", "UTC"), "-s", "-m", "-n", "-i", volume, "::", copy));

    assertThat(Workbench.tree(copy)).isEqualTo(Workbench.tree(bench.assets()));
    assertThat(Workbench.times(copy)).isEqualTo(Workbench.times(bench.assets()));
  }

  private static void succeeds(ExternalTool.Result result) {
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
  }
}
