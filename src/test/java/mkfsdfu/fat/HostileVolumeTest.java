package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a volume holds, reading and checking it ends, costs no more than its size, and throws
 * nothing but a failure with a message.
 */
class HostileVolumeTest {
  private static final int SLOTS_PER_CLUSTER = 512 / Geometry.SLOT_BYTES;

  @ParameterizedTest
  @EnumSource(FatType.class)
  void survivesFlippedBits(FatType type) {
    byte[] good = PatchedVolume.of(type).bytes().toArray();
    int used = PatchedVolume.of(type).geometry().clusterOffset(20);
    Random random = new Random(20240506);
    for (int round = 0; round < (type == FatType.FAT12 ? 3000 : 300); round++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(12); flips > 0; flips--) {
        bad[random.nextInt(used)] ^= (byte) (1 << random.nextInt(8));
      }
      survives(bad);
    }
  }

  @ParameterizedTest
  @EnumSource(FatType.class)
  void survivesRandomBytesBehindAGoodBootSector(FatType type) {
    byte[] good = PatchedVolume.of(type).bytes().toArray();
    Random random = new Random(1);
    for (int round = 0; round < 10; round++) {
      byte[] bad = new byte[good.length];
      random.nextBytes(bad);
      System.arraycopy(good, 0, bad, 0, 512);
      survives(bad);
    }
  }

  @Test
  void survivesEveryFlippedBitOfTheBootSectorAndEveryExtreme() {
    byte[] good = PatchedVolume.of(FatType.FAT12).bytes().toArray();
    for (int at = 0; at < 64; at++) {
      byte old = good[at];
      for (int bit = 0; bit < 8; bit++) {
        good[at] = (byte) (old ^ (1 << bit));
        survives(good);
      }
      good[at] = 0;
      survives(good);
      good[at] = -1;
      survives(good);
      good[at] = old;
    }
  }

  @Test
  void survivesEveryLength() {
    PatchedVolume volume = PatchedVolume.of(FatType.FAT12);
    Bytes all = volume.bytes();
    for (int length = 0; length < volume.geometry().clusterOffset(25); length += 37) {
      survives(all.slice(0, length).toArray());
    }
  }

  @Test
  void listsADirectoryThatIsItsOwnAncestorOnce() {
    PatchedVolume volume = PatchedVolume.of(FatType.FAT12);
    volume.u16(volume.slot("lib/sub") + 26, volume.first("lib"));

    StoredVolume read = VolumeReader.read("volume", volume.bytes());

    assertThat(read.find("lib/sub").orElseThrow().children()).isEmpty();
    assertThat(read.entries()).hasSizeLessThan(12);
  }

  @Test
  void readsTheLongestDirectoryAsFarAsTheDriver() {
    PatchedVolume volume = PatchedVolume.withLongDirectory();

    StoredEntry big = VolumeReader.read("volume", volume.bytes()).find("big").orElseThrow();

    assertThat(big.children()).hasSize(DirectoryScan.MAX_SLOTS - 2);
  }

  @Test
  void goesAsDeepAsThereAreClusters() {
    PatchedVolume volume = nested();

    StoredVolume read = VolumeReader.read("volume", volume.bytes());

    assertThat(VolumeCheck.check(volume.bytes())).isEmpty();
    assertThat(read.entries()).hasSize(volume.geometry().clusters());
    StoredEntry deepest = read.entries().get(read.entries().size() - 1);
    assertThat(deepest.path()).startsWith("/...").endsWith("/d").hasSizeLessThan(1100);
    assertThat(read.tree().entries()).hasSize(1);
  }

  @Test
  void followsAChainThatManyFilesShareNoFurtherThanTheVolumeIsLarge() {
    PatchedVolume volume = PatchedVolume.withLongDirectory();
    Geometry geometry = volume.geometry();
    int first = volume.first("big");
    for (int cluster = 0; cluster < 4000; cluster++) {
      for (int slot = cluster == 0 ? 2 : 0; slot < SLOTS_PER_CLUSTER; slot++) {
        int at = geometry.clusterOffset(first + cluster) + slot * Geometry.SLOT_BYTES;
        volume.u16(at + 26, 4200).u32(at + 28, 700 * 512);
      }
    }
    // Every second cluster, so that each is a run of its own.
    for (int cluster = 4200; cluster < 4900; cluster += 2) {
      volume.fat(cluster, cluster == 4898 ? 4201 : cluster + 2);
      volume.fat(cluster + 1, cluster == 4898 ? 0xFFFF : cluster + 3);
    }

    StoredVolume read = VolumeReader.read("volume", volume.bytes());

    long followed = 0;
    for (StoredEntry entry : read.entries()) {
      for (ClusterRun run : entry.runs()) {
        followed += run.count();
      }
    }
    assertThat(followed).isBetween(2L * 700, 2L * geometry.clusters());
    List<Finding> findings = VolumeCheck.check(volume.bytes());
    assertThat(findings).hasSizeLessThan(500);
    assertThat(findings)
        .anyMatch(f -> f.rule() == Rule.CROSS_LINK && f.what().endsWith(" more of this kind"));
  }

  @Test
  void refusesASizeThatNoVolumeHasWithoutAskingForTheMemory() {
    PatchedVolume volume = PatchedVolume.of(FatType.FAT12);
    volume.u32(volume.slot("main.py") + 28, -1);
    StoredEntry main = VolumeReader.read("volume", volume.bytes()).find("main.py").orElseThrow();

    assertThat(main.bytes()).isEqualTo(4294967295L);
    assertThatThrownBy(main::content)
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("its clusters end 4294965759 bytes before its size of 4294967295");
  }

  /** A volume in which every cluster is a directory that holds the next. */
  private static PatchedVolume nested() {
    PatchedVolume volume =
        PatchedVolume.of(
            new Geometry(512, 5045, 1, 1, 2, 64, 20, 5000, FatType.FAT16),
            TestTree.empty().directory("d").build());
    Geometry geometry = volume.geometry();
    int last = geometry.clusters() + 1;
    for (int cluster = 2; cluster <= last; cluster++) {
      int at = geometry.clusterOffset(cluster);
      volume.fat(cluster, 0xFFFF).text(at, ".          \u0010").u16(at + 26, cluster);
      volume.text(at + 32, "..         \u0010").u16(at + 58, cluster == 2 ? 0 : cluster - 1);
      if (cluster < last) {
        volume.text(at + 64, "D          \u0010\u0008").u16(at + 64 + 26, cluster + 1);
      }
    }
    return volume;
  }

  private static void survives(byte[] array) {
    Bytes bytes = Bytes.wrap(array);
    assertThat(VolumeCheck.check(bytes)).hasSizeLessThan(101 * Rule.values().length);
    if (VolumeReader.recognise(bytes).isEmpty()) {
      assertThatThrownBy(() -> VolumeReader.read("volume", bytes)).isInstanceOf(DataFailure.class);
      return;
    }
    StoredVolume volume = VolumeReader.read("volume", bytes);
    long readable = 0;
    for (StoredEntry entry : volume.entries()) {
      if (!entry.isDirectory() && isReadable(entry)) {
        readable += Trees.bytes(entry.content()).length;
      }
    }
    assertThat(volume.entries()).hasSizeLessThan(2 * array.length / Geometry.SLOT_BYTES);
    assertThat(readable).isLessThanOrEqualTo(2L * array.length);
  }

  private static boolean isReadable(StoredEntry entry) {
    try {
      return entry.content().bytes() >= 0;
    } catch (DataFailure e) {
      return false;
    }
  }
}
