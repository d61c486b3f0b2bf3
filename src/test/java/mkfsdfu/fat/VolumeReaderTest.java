package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Volumes are read as FatFs reads them; expected values are from its behaviour. */
class VolumeReaderTest {
  private static final String LONG = "Long Name File.txt";

  private final PatchedVolume volume = PatchedVolume.of(FatType.FAT12);

  static List<DriversVolumesTest.Vector> vectors() throws Exception {
    return DriversVolumesTest.vectors().toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsTheDriversVolumes(DriversVolumesTest.Vector vector) {
    WrittenVolume written = vector.write(OptionalInt.of(vector.volumeId()));

    StoredVolume read = VolumeReader.read("volume", written.bytes());

    assertThat(Trees.flat(read.tree())).isEqualTo(Trees.flat(vector.tree()));
    assertThat(read.geometry()).isEqualTo(written.geometry());
    assertThat(read.summary().label()).isEqualToIgnoringCase(vector.text("label"));
    assertThat(read.summary().serial()).isEqualTo(vector.volumeId());
    assertThat(read.geometry().clusters() - read.summary().usedClusters())
        .isEqualTo(vector.number("free_clusters"));
    for (StoredEntry entry : read.entries()) {
      assertThat(entry.isDirectory() || entry.isContiguous()).isTrue();
      assertThat(entry.modified().packed())
          .as("time of the format and of every stamp")
          .isEqualTo(vector.volumeId());
    }
  }

  @Test
  void readsEveryFieldOfAnEntry() {
    StoredEntry main = read().find("/main.py").orElseThrow();

    assertThat(main.name()).isEqualTo("main.py");
    assertThat(main.shortName()).isEqualTo("MAIN.PY");
    assertThat(main.path()).isEqualTo("/main.py");
    assertThat(main.parent()).extracting(StoredEntry::path).isEqualTo("/");
    assertThat(main.attributes()).isEqualTo(0x20);
    assertThat(main.isDirectory()).isFalse();
    assertThat(main.modified()).isEqualTo(TestTree.TIME);
    assertThat(main.bytes()).isEqualTo(1500);
    assertThat(main.firstCluster()).isEqualTo(volume.first("main.py"));
    assertThat(main.runs()).containsExactly(new ClusterRun(volume.first("main.py"), 3));
    assertThat(main.children()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0x00, MAIN.PY", "0x08, main.PY", "0x10, MAIN.py", "0x18, main.py", "0xE7, MAIN.PY"})
  void readsTheNtCaseFlags(String flags, String name) {
    volume.u8(volume.slot("main.py") + 12, Integer.decode(flags));

    assertThat(rootNames()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "-32, 0x02, order of a part",
    "-64, 0x43, number of parts",
    "-64, 0x02, mark of the last part",
    "-51, 0x00, checksum of a part",
    "-6, 0x01, cluster of a part",
    "-38, 0x01, cluster of the last part",
    "-34, 0x41, filler after the end",
    "0, 0x58, short name",
  })
  void readsTheShortNameWhereTheLongOneIsBroken(int at, String value, String what) {
    volume.u8(volume.slot(LONG) + at, Integer.decode(value));

    String shown = at == 0 ? "XONGNA~1.TXT" : "LONGNA~1.TXT";
    assertThat(rootNames()).as(what).contains(shown).doesNotContain(LONG);
    assertThat(content(shown)).isEqualTo(300);
  }

  @Test
  void readsTheShortNameWhereCodePage437HasNotTheLongOne() {
    volume.u16(volume.slot(LONG) - 32 + 1, 0x416);

    assertThat(rootNames()).contains("LONGNA~1.TXT");
  }

  @Test
  void readsALongNameInCodePage437() {
    volume.u16(volume.slot(LONG) - 32 + 1, '\u00c4');

    assertThat(rootNames()).contains("\u00c4ong Name File.txt");
  }

  @Test
  void decodesShortNamesFromCodePage437() {
    volume.text(volume.slot("main.py"), "\u0082\u00e1\u00f6~ 1  \u009ay ");

    assertThat(rootNames()).contains("\u00e9\u00df\u00f7~1.\u00dcy");
  }

  @Test
  void takes05ForTheFirstByteE5() {
    volume.u8(volume.slot("main.py"), 5);

    assertThat(rootNames()).contains("\u03c3ain.py");
  }

  @Test
  void skipsDeletedEntriesLabelsAndDots() {
    volume.u8(volume.slot("main.py"), 0xE5);
    volume.u8(volume.slot("boot.py"), '.');

    assertThat(rootNames()).containsExactly(LONG, "empty.txt", "two words.py", "lib");
    assertThat(names(read().find("lib").orElseThrow()))
        .containsExactly("a.py", "another long name.py", "sub");
  }

  @Test
  void endsADirectoryAtTheEndMark() {
    volume.u8(volume.slot("main.py"), 0);

    assertThat(rootNames()).containsExactly("boot.py");
  }

  @Test
  void readsTheFirstLabelOnly() {
    volume.text(volume.end(""), "OTHER      \u0008");

    assertThat(read().summary().label()).isEqualTo("PYBFLASH");
  }

  @ParameterizedTest
  @CsvSource({
    "main.py, /main.py",
    "/MAIN.PY, /main.py",
    "//lib//A.py/, /lib/a.py",
    "lib/Another Long Name.PY, /lib/another long name.py",
    "longna~1.txt, /Long Name File.txt",
    "'main.py. .', /main.py",
    "lib, /lib",
    "'', /",
    "/, /",
  })
  void findsPathsAsTheBoardDoes(String path, String found) {
    assertThat(read().find(path).orElseThrow().path()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"main", "main.py/x", "lib/b.py", "lib/.", "lib/..", "' main.py'", "..."})
  void doesNotFindWhatIsNotThere(String path) {
    assertThat(read().find(path)).isEmpty();
  }

  @Test
  void findsNamesThatDifferFromThePathInCaseBeyondAscii() {
    volume.u16(volume.slot(LONG) - 32 + 1, '\u00e4');

    assertThat(read().find("\u00c4ONG NAME FILE.TXT")).isPresent();
  }

  @Test
  void readsAVolumeThatIsCutAfterItsLastUsedCluster() {
    int last = read().summary().lastUsedCluster();
    volume.cut(volume.geometry().clusterOffset(last + 1));

    assertThat(Trees.flat(read().tree())).isEqualTo(Trees.flat(PatchedVolume.TREE));
  }

  @Test
  void readsWhatIsThereOfAVolumeThatIsCutBeforeThat() {
    volume.cut(volume.geometry().clusterOffset(volume.first("main.py") + 2));

    assertThat(content("boot.py")).isEqualTo(600);
    assertThatThrownBy(() -> content("main.py"))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("volume: /main.py: the bytes of its clusters from 4 are missing");
  }

  @Test
  void readsAFileWhoseLastClusterIsMarkedBadAsTheDriverDoes() {
    volume.fat(volume.first("main.py") + 2, 0xFF7);

    assertThat(content("main.py")).isEqualTo(1500);
  }

  @Test
  void refusesAFileThatItsChainIsTooShortFor() {
    volume.fat(volume.first("main.py"), 0);

    assertThatThrownBy(() -> content("main.py"))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("its clusters end 988 bytes before its size of 1500");
  }

  @Test
  void readsAFragmentedFile() {
    int first = volume.first("main.py");
    volume.fat(first, 300).fat(300, first + 1);

    StoredEntry main = read().find("main.py").orElseThrow();
    assertThat(main.isContiguous()).isFalse();
    assertThat(main.runs())
        .containsExactly(
            new ClusterRun(first, 1), new ClusterRun(300, 1), new ClusterRun(first + 1, 2));
    Bytes original = PatchedVolume.of(FatType.FAT12).bytes();
    int at = volume.geometry().clusterOffset(first);
    assertThat(Bytes.wrap(Trees.bytes(main.content())).slice(1024, 476))
        .isEqualTo(original.slice(at + 512, 476));
  }

  @Test
  void readsBothFilesThatShareClusters() {
    volume.u16(volume.slot("main.py") + 26, volume.first("boot.py"));
    volume.u32(volume.slot("main.py") + 28, 600);

    assertThat(Trees.bytes(read().find("main.py").orElseThrow().content()))
        .isEqualTo(Trees.bytes(read().find("boot.py").orElseThrow().content()));
  }

  @Test
  void saysWhichMountRuleIsBroken() {
    volume.u8(510, 0);

    assertThat(VolumeReader.recognise(volume.bytes())).isEmpty();
    assertThatThrownBy(() -> VolumeReader.read("dump.bin", volume.bytes()))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "dump.bin: no FAT12 or FAT16 volume: no 55AA at 510, found 00AA (the board would format"
                + " this); give a volume that a board can mount");
  }

  private StoredVolume read() {
    return VolumeReader.read("volume", volume.bytes());
  }

  private int content(String path) {
    return Trees.bytes(read().find(path).orElseThrow().content()).length;
  }

  private List<String> rootNames() {
    return names(read().root());
  }

  private static List<String> names(StoredEntry directory) {
    return directory.children().stream().map(StoredEntry::name).toList();
  }
}
