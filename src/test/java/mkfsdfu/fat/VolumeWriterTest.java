package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeWriterTest {
  private static final Geometry PYBOARD =
      GeometryRule.geometry(FormatRequest.asTheDriver(112 << 10, 512));

  @Test
  void derivesTheSerialNumberFromNamesTimesBytesSizeAndLabel() {
    Bytes one = Bytes.wrap(new byte[] {1});
    int id = idOf(PYBOARD, VolumeLabel.NONE, TestTree.empty().file("a", one.toArray()).build());

    assertThat(idOf(PYBOARD, VolumeLabel.NONE, TestTree.empty().file("a", one.toArray()).build()))
        .isEqualTo(id);
    assertThat(
            new int[] {
              idOf(PYBOARD, VolumeLabel.NONE, TestTree.empty().file("b", one.toArray()).build()),
              idOf(PYBOARD, VolumeLabel.NONE, TestTree.empty().file("a", new byte[] {2}).build()),
              idOf(PYBOARD, VolumeLabel.of("L"), TestTree.empty().file("a", one.toArray()).build()),
              idOf(
                  PYBOARD,
                  VolumeLabel.NONE,
                  TestTree.empty().file("a", one.toArray()).build(new FatTime(0x21, 0))),
              idOf(
                  GeometryRule.geometry(FormatRequest.asTheDriver(113 << 10, 512)),
                  VolumeLabel.NONE,
                  TestTree.empty().file("a", one.toArray()).build())
            })
        .doesNotContain(id)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 0x12345678})
  void writesTheSerialNumberThatIsGiven(int id) {
    WrittenVolume volume =
        VolumeWriter.write(
            Layout.of(TestTree.empty().named(), PYBOARD, VolumeLabel.NONE), OptionalInt.of(id));
    assertThat(volume.volumeId()).isEqualTo(id);
    assertThat((int) volume.bytes().u32(39)).isEqualTo(id);
  }

  @Test
  void tellsWhereFilesLie() {
    byte[] content = "read in place".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    WrittenVolume volume =
        VolumeWriter.write(
            Layout.of(
                TestTree.empty()
                    .file("empty", 0)
                    .file("d/e/font.bin", content)
                    .file("z", 1)
                    .named(),
                PYBOARD,
                VolumeLabel.NONE),
            OptionalInt.empty());

    // 34 sectors lie before the clusters; d and e take the first two.
    assertThat(volume.placements())
        .containsExactly(
            new Placement("empty", 0, 0),
            new Placement("d/e/font.bin", 36 * 512, content.length),
            new Placement("z", 37 * 512, 1));
    assertThat(volume.bytes().slice(36 * 512, content.length)).isEqualTo(Bytes.wrap(content));
    assertThat(volume.freeClusters()).isEqualTo(190 - 4);
  }

  @Test
  void refusesATreeThatDoesNotFit() {
    assertThatThrownBy(() -> idOf(PYBOARD, VolumeLabel.NONE, file("a", 97281)))
        .isInstanceOf(DataFailure.class)
        .hasMessage("volume: the tree takes 191 clusters of 512 bytes, the volume has 190");
  }

  @Test
  void refusesTooManyEntriesInTheRoot() {
    TestTree tree = TestTree.empty();
    for (int i = 0; i < 512; i++) {
      tree.file("f" + i, 0);
    }
    assertThat(idOf(PYBOARD, VolumeLabel.NONE, tree.build())).isNotZero();
    assertThatThrownBy(() -> idOf(PYBOARD, VolumeLabel.of("L"), tree.build()))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "volume: the root directory needs 513 entries, it has 512; raise --root-entries, or"
                + " move files into directories");
  }

  @Test
  void refusesADirectoryBeyondTheFormatsLimit() {
    TestTree fits = TestTree.empty();
    for (int i = 0; i < 65534; i++) {
      fits.file("d/%x".formatted(i), 0);
    }
    assertThat(fits.named().files()).isEqualTo(65534);
    assertThatThrownBy(() -> fits.file("d/more", 0).named())
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "d: 65535 names take 65535 directory slots, a FAT directory has 65534 beside its own two; spread"
                + " the files over several directories, or shorten their names to 8.3");
  }

  @Test
  void neverWritesANameThatBreaksTheRules() {
    assertThatThrownBy(() -> TestTree.empty().file("d/a:b", 0).named())
        .isInstanceOf(InternalFailure.class)
        .hasMessageContaining("d/a:b: the name contains ':'");
  }

  private static VolumeDirectory file(String name, int bytes) {
    return TestTree.empty().file(name, bytes).build();
  }

  private static int idOf(Geometry geometry, VolumeLabel label, VolumeDirectory root) {
    return VolumeWriter.write(Layout.of(NamedTree.of(root), geometry, label), OptionalInt.empty())
        .volumeId();
  }
}
