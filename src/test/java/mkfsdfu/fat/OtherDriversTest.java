package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.ExternalTool.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Volumes as dosfstools and mtools see them: nothing to complain of, and every byte there. */
class OtherDriversTest {
  private static final VolumeLabel LABEL = VolumeLabel.of("PYBFLASH");

  private static final FormatRequest PYBOARD = FormatRequest.asTheDriver(112 << 10, 512);

  @TempDir private Path folder;

  /** A volume to be made: a name for the report, what to format and what to write. */
  record Sample(String name, FormatRequest request, VolumeLabel label, TestTree tree) {
    WrittenVolume write() {
      return VolumeWriter.write(
          Layout.of(tree.named(), GeometryRule.geometry(request), label), OptionalInt.empty());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() {
    FormatRequest fat16 = FormatRequest.asTheDriver(16 << 20, 512);
    FormatRequest megabyte = FormatRequest.asTheDriver(1 << 20, 512);
    return Stream.of(
        new Sample("empty", PYBOARD, LABEL, TestTree.empty()),
        new Sample("empty without label", PYBOARD, VolumeLabel.NONE, TestTree.empty()),
        new Sample("smallest", FormatRequest.asTheDriver(50 * 512, 512), LABEL, application()),
        new Sample("application", PYBOARD, LABEL, application()),
        new Sample("application without label", PYBOARD, VolumeLabel.NONE, application()),
        new Sample("full to the last cluster", PYBOARD, LABEL, TestTree.empty().file("a", 97280)),
        new Sample("FAT16", fat16, LABEL, application().file("big.bin", 3_000_001)),
        new Sample("FAT16 full", fat16, VolumeLabel.NONE, filling(fat16)),
        new Sample(
            "32-bit sector count", FormatRequest.asTheDriver(33 << 20, 512), LABEL, application()),
        new Sample("4096", FormatRequest.asTheDriver(4 << 20, 4096), LABEL, application()),
        new Sample("4096 FAT16", FormatRequest.asTheDriver(60 << 20, 4096), LABEL, manyNames(500)),
        new Sample("root full", megabyte, LABEL, shortNames(511)),
        new Sample("root full without label", megabyte, VolumeLabel.NONE, shortNames(512)),
        new Sample("64 root entries", megabyte.withRootEntries(64), LABEL, shortNames(63)),
        new Sample("chosen clusters", megabyte.withSectorsPerCluster(8), LABEL, application()),
        new Sample("deep", megabyte, LABEL, deep(60)),
        new Sample("one prefix", megabyte, LABEL, manyNames(700)),
        new Sample("longest names", megabyte, LABEL, longestNames()),
        new Sample("odd names", megabyte, LABEL, oddNames()),
        new Sample("shadowed", megabyte, LABEL, shadowed()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fsckFindsNothing(Sample sample) throws IOException {
    WrittenVolume volume = sample.write();
    Result result = ExternalTool.named("fsck.fat").run("-n", "-v", imageOf(volume));

    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .contains(volume.geometry().clusters() + " data clusters")
        .contains(volume.geometry().type() == FatType.FAT12 ? "12 bit" : "16 bit")
        .doesNotContain("differ", "Dirty", "wrong", "Wrong", "Free", "Bad", "bad ");
    assertThat(result.err()).isEmpty();
  }

  static Stream<Sample> samplesWithFiles() {
    return samples().filter(sample -> !sample.tree.byPath().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("samplesWithFiles")
  void mcopyReadsEveryByte(Sample sample) throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Result result =
        ExternalTool.named("mcopy")
            .run(
                Map.of("TZ", "UTC"),
                "-s",
                "-m",
                "-n",
                "-i",
                imageOf(sample.write()),
                "::/",
                target);

    assertThat(result.exit()).as(result.err()).isZero();
    Map<String, byte[]> read = readAll(target);
    assertThat(read.keySet()).isEqualTo(sample.tree.byPath().keySet());
    sample
        .tree
        .byPath()
        .forEach((path, bytes) -> assertThat(read.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void mdirShowsLabelAndTimes() throws IOException {
    Path image = imageOf(new Sample("application", PYBOARD, LABEL, application()).write());
    Result result = ExternalTool.named("mdir").run(Map.of("TZ", "UTC"), "-i", image, "::/");

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("is PYBFLASH ")
        .containsPattern("main +py +34 2024-05-06 +7:08 *");
  }

  @Test
  void mcopyKeepsTheTime() throws IOException {
    Path image = imageOf(new Sample("application", PYBOARD, LABEL, application()).write());
    Path target = folder.resolve("main.py");
    ExternalTool.named("mcopy").run(Map.of("TZ", "UTC"), "-m", "-i", image, "::/main.py", target);

    assertThat(Files.getLastModifiedTime(target).toInstant())
        .isEqualTo(Instant.parse("2024-05-06T07:08:10Z"));
  }

  @Test
  void fsckFindsNothingInTwoFats() throws IOException {
    Geometry one = GeometryRule.geometry(PYBOARD);
    Geometry two =
        new Geometry(
            512,
            224,
            1,
            1,
            2,
            one.rootEntries(),
            one.sectorsPerFat(),
            one.clusters() - 1,
            one.type());
    WrittenVolume volume =
        VolumeWriter.write(Layout.of(application().named(), two, LABEL), OptionalInt.empty());

    Result result = ExternalTool.named("fsck.fat").run("-n", imageOf(volume));
    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.out()).doesNotContain("differ");
  }

  private Path imageOf(WrittenVolume volume) throws IOException {
    Path image = folder.resolve("volume.img");
    return Files.write(image, volume.bytes().toArray());
  }

  private static Map<String, byte[]> readAll(Path top) throws IOException {
    Map<String, byte[]> read = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(top)) {
      paths
          .filter(path -> !path.equals(top))
          .forEach(
              path -> {
                try {
                  String name = top.relativize(path).toString();
                  boolean isDirectory = Files.isDirectory(path);
                  read.put(
                      isDirectory ? name + "/" : name,
                      isDirectory ? new byte[0] : Files.readAllBytes(path));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return read;
  }

  private static TestTree application() {
    return TestTree.empty()
        .file("boot.py", 302)
        .directory("empty")
        .file("img/logo.bmp", 2049)
        .file("img/icons/A long name for an icon.bmp", 511)
        .file("lib/driver.py", 512)
        .file("lib/Mixed.Case", 513)
        .file("main.py", 34)
        .file("nothing.txt", 0);
  }

  private static TestTree filling(FormatRequest request) {
    Geometry geometry = GeometryRule.geometry(request);
    return TestTree.empty().file("all.bin", geometry.clusters() * geometry.clusterBytes());
  }

  private static TestTree shortNames(int count) {
    TestTree tree = TestTree.empty();
    for (int i = 0; i < count; i++) {
      tree.file("f%d.txt".formatted(i), i % 2);
    }
    return tree;
  }

  private static TestTree deep(int levels) {
    TestTree tree = TestTree.empty();
    String path = "";
    for (int level = 0; level < levels; level++) {
      path += "d" + level + "/";
      tree.file(path + "at level " + level, level);
    }
    return tree;
  }

  private static TestTree manyNames(int count) {
    TestTree tree = TestTree.empty();
    for (int i = 0; i < count; i++) {
      tree.file("assets/common_prefix_%04d.bin".formatted(i), i % 3);
    }
    return tree;
  }

  private static TestTree longestNames() {
    TestTree tree = TestTree.empty();
    for (int length = 240; length <= 255; length++) {
      tree.file("d/" + "x".repeat(length), length);
    }
    return tree;
  }

  private static TestTree oddNames() {
    return TestTree.empty()
        .file(".hidden", 1)
        .file(".hidden.txt", 2)
        .file("a.b.c", 3)
        .file("+,;=[].x", 4)
        .file("UPPER.txt", 5)
        .file("lower.TXT", 6)
        .file("!#$%&'()-@^_`{}~", 7)
        .file("exactly13char", 8)
        .file("with space", 9);
  }

  private static TestTree shadowed() {
    return TestTree.empty()
        .file("longfilename.txt", 1)
        .file("longfi~1.txt", 2)
        .file("LONGFI~2.TXT", 3)
        .file("longfilename2.txt", 4);
  }
}
