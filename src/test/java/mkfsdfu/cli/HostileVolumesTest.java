package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import mkfsdfu.fat.FatTime;
import mkfsdfu.fat.FatType;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.Layout;
import mkfsdfu.fat.NamedTree;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeLabel;
import mkfsdfu.fat.VolumeWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Volumes of which naive readers hang, run out of stack or write without end. */
@Timeout(120)
class HostileVolumesTest {
  private static final int CLUSTERS = 65_000;
  private static final Geometry GEOMETRY =
      new Geometry(512, 1 + 256 + 32 + CLUSTERS, 1, 1, 1, 512, 256, CLUSTERS, FatType.FAT16);

  @TempDir Path folder;

  private ByteBuffer volume;

  @BeforeEach
  void format() {
    VolumeDirectory nothing = new VolumeDirectory("", FatTime.NONE, List.of());
    volume =
        ByteBuffer.wrap(
                VolumeWriter.write(
                        Layout.of(NamedTree.of(nothing), GEOMETRY, VolumeLabel.NONE),
                        OptionalInt.of(1))
                    .bytes()
                    .toArray())
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void entry(int at, String shortName, int attributes, int cluster, int bytes) {
    volume.put(at, shortName.getBytes(StandardCharsets.ISO_8859_1));
    volume.put(at + 11, (byte) attributes);
    volume.putShort(at + 26, (short) cluster);
    volume.putInt(at + 28, bytes);
  }

  private void fat(int cluster, int next) {
    volume.putShort(GEOMETRY.fatOffset(0) + 2 * cluster, (short) next);
  }

  private Path write() throws IOException {
    return Files.write(folder.resolve("hostile.img"), volume.array());
  }

  @Test
  void directoriesNestedAsDeepAsThereAreClusters() throws IOException {
    entry(GEOMETRY.rootOffset(), "D          ", 0x10, 2, 0);
    for (int cluster = 2; cluster < 2 + CLUSTERS; cluster++) {
      int at = GEOMETRY.clusterOffset(cluster);
      entry(at, ".          ", 0x10, cluster, 0);
      entry(at + 32, "..         ", 0x10, cluster == 2 ? 0 : cluster - 1, 0);
      fat(cluster, 0xFFFF);
      if (cluster < 1 + CLUSTERS) {
        entry(at + 64, "D          ", 0x10, cluster + 1, 0);
      }
    }
    Path image = write();

    assertThat(CommandRun.of("verify", image).exit()).isZero();
    assertThat(CommandRun.of("tree", image).out())
        .contains((CLUSTERS - 64) + " more lie deeper than 64 levels")
        .contains("0 files (0.0 KiB) in " + CLUSTERS + " directories");
    assertThat(CommandRun.of("tree", image, "--json").exit()).isZero();
    assertThat(CommandRun.of("diff", image, image)).isEqualTo(new CommandRun(0, "", ""));
    CommandRun extracted = CommandRun.of("extract", image, "-C", folder.resolve("out"));
    assertThat(extracted.exit()).isEqualTo(1);
    assertThat(extracted.err()).contains("its path is longer than 1000 characters").hasLineCount(1);
  }

  @Test
  void aDirectoryThatHoldsItself() throws IOException {
    entry(GEOMETRY.rootOffset(), "LOOP       ", 0x10, 2, 0);
    int at = GEOMETRY.clusterOffset(2);
    entry(at, ".          ", 0x10, 2, 0);
    entry(at + 32, "..         ", 0x10, 0, 0);
    entry(at + 64, "LOOP       ", 0x10, 2, 0);
    fat(2, 2);
    Path image = write();

    CommandRun verified = CommandRun.of("verify", image);
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out()).contains("chain-cycle").contains("cross-link");
    assertThat(CommandRun.of("tree", image).out()).contains("in 2 directories");
    assertThat(CommandRun.of("extract", image, "-C", folder.resolve("out")).exit()).isZero();
    assertThat(CommandRun.of("diff", image, image).exit()).isZero();
  }

  @Test
  void manyFilesThatAllClaimTheWholeVolume() throws IOException {
    for (int cluster = 2; cluster < 2 + CLUSTERS; cluster++) {
      fat(cluster, cluster == 1 + CLUSTERS ? 0xFFFF : cluster + 1);
    }
    for (int i = 0; i < 512; i++) {
      String name = String.format("F%07d", i) + "BIN";
      entry(GEOMETRY.rootOffset() + 32 * i, name, 0x20, 2, CLUSTERS * 512);
    }
    Path image = write();

    CommandRun verified = CommandRun.of("verify", image);
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out()).contains("411 more of this kind");
    CommandRun extracted = CommandRun.of("extract", image, "-C", folder.resolve("out"));
    assertThat(extracted.exit()).isEqualTo(1);
    assertThat(extracted.out()).contains("2 files (63.5 MiB) written, 510 left out");
    CommandRun compared = CommandRun.of("diff", image, image);
    assertThat(compared.exit()).isEqualTo(1);
    assertThat(compared.out().lines()).hasSize(510);
  }

  @Test
  void aFileOfFourGigabytes() throws IOException {
    entry(GEOMETRY.rootOffset(), "HUGE    BIN", 0x20, 2, -1);
    fat(2, 0xFFFF);
    Path image = write();

    CommandRun cat = CommandRun.of("cat", image, "huge.bin");
    assertThat(cat.exit()).isEqualTo(65);
    assertThat(cat.err()).contains("its clusters end 4294966783 bytes before its size");
    assertThat(CommandRun.of("ls", image).out()).startsWith("4294967295  -");
  }
}
