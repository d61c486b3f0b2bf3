package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes that end after their last used cluster. */
class TrimTest {
  /** Boot sector, FAT and root directory of 112 KiB: 1 + 1 + 32 sectors. */
  private static final int DATA_OFFSET = 34 * 512;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void fillAssets() {
    bench = new Workbench(folder).file("main.py", 1000).file("data.bin", 20_000);
  }

  @Test
  void endsAfterTheLastUsedCluster() {
    byte[] whole = data(pack("whole.dfu", bench.firmware()), 0x08004000L);
    byte[] trimmed = data(pack("fw.dfu", bench.firmware(), "--trim"), 0x08004000L);

    assertThat(trimmed).hasSize(DATA_OFFSET + (2 + 40) * 512);
    assertThat(trimmed).isEqualTo(Arrays.copyOf(whole, trimmed.length));
    assertThat(Arrays.copyOfRange(whole, trimmed.length, whole.length))
        .isEqualTo(new byte[whole.length - trimmed.length]);
  }

  @Test
  void saysSoInTheSummary() {
    assertThat(CommandRun.of(bench.assets(), bench.firmware(), "--trim", "--dry-run").out())
        .contains("2 files, 21.0 of 95.0 KiB used; trimmed to 38912 bytes; firmware unchanged");
  }

  @Test
  void keepsFatAndRootOfAnEmptyVolume() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path image = folder.resolve("fs.img");

    assertThat(bench.pack(image, empty, bench.firmware(), "-o", image, "--trim"))
        .hasSize(DATA_OFFSET);
  }

  @Test
  void isReadByMtools() {
    Path image = folder.resolve("fs.img");
    bench.pack(image, bench.assets(), bench.firmware(), "-o", image, "--trim");
    Path copy = bench.directory("../copy").path("copy");

    ExternalTool.Result result =
        ExternalTool.named("mcopy")
            .run(Map.of("MTOOLS_SKIP_CHECK", "1"), "-s", "-i", image, "::*", copy);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(Workbench.tree(copy)).isEqualTo(Workbench.tree(bench.assets()));
  }

  @Test
  void isSoundToOurOwnVerify() {
    Path output = folder.resolve("fw.dfu");
    bench.pack(output, bench.assets(), bench.firmware(), "-o", output, "--trim");

    CommandRun run = CommandRun.of("verify", output, "--against", bench.assets());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void isReplacedInPlaceByAnotherTrimmedOrNot() {
    for (String name : List.of("fw.dfu", "fw.hex")) {
      Path output = folder.resolve(name);
      byte[] whole = pack(name, bench.firmware());
      byte[] trimmed = bench.pack(output, bench.assets(), output, "--trim");

      assertThat(bench.pack(output, bench.assets(), output, "--trim")).isEqualTo(trimmed);
      assertThat(trimmed).isEqualTo(pack("fresh-" + name, bench.firmware(), "--trim"));
      assertThat(bench.pack(output, bench.assets(), output)).isEqualTo(whole);
    }
  }

  @Test
  void leavesOutASegmentThatIsNotReached() throws IOException {
    Path output = folder.resolve("fw.dfu");
    byte[] whole = pack("fw.dfu", twoSegments());

    byte[] trimmed = bench.pack(output, bench.assets(), output, "--trim");

    assertThat(starts(trimmed)).containsExactly(0x08000000L, 0x08060000L, 0x08004000L);
    assertThat(bench.pack(output, bench.assets(), output, "--trim")).isEqualTo(trimmed);
    assertThat(bench.pack(output, bench.assets(), output)).isEqualTo(whole);
  }

  @Test
  void trimsTheSecondSegmentWhereItIsReached() throws IOException {
    bench.file("large.bin", 190_000);

    byte[] trimmed = pack("fw.dfu", twoSegments(), "--trim");

    assertThat(starts(trimmed)).containsExactly(0x08000000L, 0x08060000L, 0x08004000L, 0x08040000L);
    assertThat(data(trimmed, 0x08004000L)).hasSize(176 << 10);
    assertThat(data(trimmed, 0x08040000L)).hasSizeLessThan(64 << 10);
  }

  @Test
  void keepsOthersOutOfTheWholeFilesystem() {
    Path raw = bench.write("raw.bin", "12345678");

    CommandRun run =
        CommandRun.of(bench.assets(), bench.firmware(), "-b", "0x0801f000:" + raw, "--trim");

    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err()).contains("overlaps").contains("at 0x0801f000-0x0801f007");
  }

  @Test
  void writesAllOfASectorThatSomethingElseIsIn() {
    Path raw = bench.file("more.bin", 12_000).write("raw.bin", "12345678");

    byte[] file =
        pack(
            "fw.dfu",
            bench.firmware(),
            "-b",
            "0x08012000:" + raw,
            "--fs-addr",
            "0x08004000:52K",
            "--trim",
            "--force");

    assertThat(data(file, 0x08004000L)).hasSize(52 << 10);
  }

  private byte[] pack(String output, Path firmware, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(bench.assets(), firmware));
    arguments.addAll(List.of("-o", folder.resolve(output)));
    arguments.addAll(Arrays.asList(more));
    return bench.pack(folder.resolve(output), arguments.toArray());
  }

  private static List<DfuElement> elements(byte[] file) {
    return DfuReader.read("fw.dfu", Bytes.wrap(file)).targets().get(0).elements();
  }

  private static List<Long> starts(byte[] file) {
    return elements(file).stream().map(element -> element.address().value()).toList();
  }

  private static byte[] data(byte[] file, long address) {
    for (DfuElement element : elements(file)) {
      if (element.address().value() == address) {
        return element.data().toArray();
      }
    }
    throw new AssertionError("nothing at " + new Address(address));
  }

  private Path twoSegments() throws IOException {
    return Files.write(
        folder.resolve("f413.dfu"),
        StandInFirmware.bytes(
            StandInFirmware.of(
                "NUCLEO_F413ZH",
                "NUCLEO-F413ZH with STM32F413",
                new Region(new Address(0x08000000), 1192),
                new Region(new Address(0x08060000), 8192))));
  }
}
