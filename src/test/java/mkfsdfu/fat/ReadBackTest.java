package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we built is proven; what differs from its source by anything is not. */
class ReadBackTest {
  private final PatchedVolume volume = PatchedVolume.of(FatType.FAT12);

  static List<DriversVolumesTest.Vector> vectors() throws Exception {
    return DriversVolumesTest.vectors().toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void provesTheDriversVolumes(DriversVolumesTest.Vector vector) {
    Bytes bytes = vector.write(OptionalInt.of(vector.volumeId())).bytes();

    assertThatCode(() -> ReadBack.prove("volume", bytes, vector.tree())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "112, 512, 0",
    "112, 512, 2",
    "112, 512, 4",
    "2560, 512, 0",
    "8192, 512, 32",
    "8192, 512, 128",
    "9216, 512, 2",
    "1024, 4096, 0",
    "2048, 4096, 8",
    "30720, 4096, 1"
  })
  void provesEveryGeometry(int kib, int sectorBytes, int sectorsPerCluster) {
    Geometry geometry =
        GeometryRule.geometry(new FormatRequest(kib * 1024L, sectorBytes, 512, sectorsPerCluster));
    VolumeDirectory tree = PatchedVolume.TREE;
    Bytes bytes = PatchedVolume.of(geometry, tree).bytes();

    assertThatCode(() -> ReadBack.prove("volume", bytes, tree)).doesNotThrowAnyException();
    assertThat(Trees.flat(VolumeReader.read("volume", bytes).tree())).isEqualTo(Trees.flat(tree));
  }

  @Test
  void provesNamesThatFat32LibItselfRefuses() {
    VolumeDirectory tree =
        TestTree.empty()
            .file(" a", 1)
            .file(".hidden", 3)
            .file(".tij", 4)
            .file("a", 2)
            .file("data.jso", 5)
            .file("data.json", 6)
            .file("hidden", 7)
            .file("index.htm", 8)
            .file("index.html", 9)
            .file("MY FILE.TXT", 10)
            .build();
    PatchedVolume good = PatchedVolume.of(volume.geometry(), tree);

    assertThatCode(() -> ReadBack.prove("volume", good.bytes(), tree)).doesNotThrowAnyException();
  }

  @Test
  void refusesAFlipInAnyFile() {
    for (String path : List.of("boot.py", "main.py", "Long Name File.txt", "lib/sub/deep.py")) {
      PatchedVolume flipped = PatchedVolume.of(FatType.FAT12);
      int at = flipped.geometry().clusterOffset(flipped.first(path)) + 299;
      flipped.u8(at, flipped.get8(at) ^ 0x10);

      assertThatThrownBy(() -> ReadBack.prove("volume", flipped.bytes(), PatchedVolume.TREE))
          .isInstanceOf(InternalFailure.class)
          .hasMessageContaining(
              "volume: /" + path + ": byte 299 was read back different from its source");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 511, 512, 1023, (1 << 20) - 1, 1 << 20, (1 << 20) + 700, 2_500_000})
  void refusesAFlipAnywhereInALargeFile(int number) {
    VolumeDirectory tree = TestTree.empty().file("large.bin", 2_500_001).build();
    PatchedVolume flipped =
        PatchedVolume.of(GeometryRule.geometry(FormatRequest.asTheDriver(4 << 20, 512)), tree);
    int at = flipped.geometry().clusterOffset(flipped.first("large.bin")) + number;
    flipped.u8(at, flipped.get8(at) ^ 0x10);

    assertThatThrownBy(() -> ReadBack.prove("volume", flipped.bytes(), tree))
        .isInstanceOf(InternalFailure.class)
        .hasMessageContaining(
            "volume: /large.bin: byte " + number + " was read back different from its source");
  }

  @Test
  void refusesAnUnsoundVolumeBeforeFat32LibSeesIt() {
    volume.fat(volume.first("main.py") + 2, volume.first("main.py"));

    assertThatThrownBy(() -> ReadBack.prove("volume", volume.bytes(), PatchedVolume.TREE))
        .isInstanceOfSatisfying(
            InternalFailure.class,
            failure -> assertThat(failure.details()).singleElement().asString().contains("cycle"))
        .hasMessageContaining("the volume built is unsound");
  }

  @Test
  void refusesAFileTooManyAndAFileTooFew() {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    VolumeEntry last = entries.remove(entries.size() - 1);
    refuses(entries, "volume: /: 6 entries were read back, expected 5");
    entries.add(last);
    entries.add(last);
    refuses(entries, "volume: /: 6 entries were read back, expected 7");
  }

  @Test
  void refusesOtherNamesInAnotherOrder() {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    Collections.swap(entries, 0, 1);
    refuses(entries, "volume: /main.py: the name 'BOOT.PY' was read back");
  }

  @Test
  void refusesALongNameInAnotherCase() {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    VolumeFile file = (VolumeFile) entries.get(2);
    entries.set(2, new VolumeFile("long Name File.txt", file.modified(), file.content()));
    refuses(entries, "the name 'Long Name File.txt' was read back");
  }

  @Test
  void refusesAFileOfAnotherSize() {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    FileContent longer = TestTree.content(new byte[601]);
    entries.set(0, new VolumeFile("boot.py", TestTree.TIME, longer));
    refuses(entries, "volume: /boot.py: 600 bytes were read back of 601");
  }

  @Test
  void refusesADirectoryInPlaceOfAFile() {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    entries.set(0, new VolumeDirectory("boot.py", TestTree.TIME, List.of()));
    refuses(entries, "a file was read back as a directory, or one as a file");
  }

  @Test
  void passesOnThatASourceChanged() {
    FileContent changed =
        new FileContent() {
          @Override
          public long bytes() {
            return 600;
          }

          @Override
          public void copyTo(byte[] target, int offset) {
            throw new IoFailure("boot.py", "changed while it was read", "run again");
          }
        };
    tellsOfTheChange(changed);
  }

  @Test
  void asksWhetherASourceChangedBeforeItBlamesTheVolume() {
    FileContent changing =
        new FileContent() {
          @Override
          public long bytes() {
            return 600;
          }

          @Override
          public void copyTo(byte[] target, int offset) {
            target[offset + 599] ^= 1;
          }

          @Override
          public void expectUnchanged() {
            throw new IoFailure("boot.py", "changed while it was read", "run again");
          }
        };
    tellsOfTheChange(changing);
  }

  private void tellsOfTheChange(FileContent content) {
    List<VolumeEntry> entries = new ArrayList<>(PatchedVolume.TREE.entries());
    entries.set(0, new VolumeFile("boot.py", TestTree.TIME, content));

    assertThatThrownBy(() -> ReadBack.prove("volume", volume.bytes(), root(entries)))
        .isInstanceOf(IoFailure.class)
        .hasMessageContaining("changed while it was read");
  }

  private void refuses(List<VolumeEntry> entries, String message) {
    assertThatThrownBy(() -> ReadBack.prove("volume", volume.bytes(), root(entries)))
        .isInstanceOf(InternalFailure.class)
        .hasMessageContaining(message);
  }

  private static VolumeDirectory root(List<VolumeEntry> entries) {
    return new VolumeDirectory("", FatTime.NONE, entries);
  }
}
