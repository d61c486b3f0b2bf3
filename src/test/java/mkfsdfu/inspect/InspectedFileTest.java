package mkfsdfu.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.inspect.Part.Kind;
import mkfsdfu.testing.StandInFirmware;
import mkfsdfu.testing.TestDfu;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.Test;

class InspectedFileTest {
  private static final Knowledge BOARDS = new Knowledge(BoardCatalog.load(), null);
  private static final long FS = 0x08004000L;
  private static final int PYBOARD = 112 << 10;

  private final byte[] volume =
      new TestVolume().file("main.py", "print(1)").file("lib/a.py", "a").bytes(PYBOARD);

  static InspectedFile read(String name, byte[] bytes) {
    return InspectedFile.read(name, Bytes.wrap(bytes), BOARDS);
  }

  private static List<Kind> kinds(InspectedFile file) {
    return file.parts().stream().map(file::kind).toList();
  }

  private static List<String> paths(FoundVolume volume) {
    return volume.read().entries().stream().map(StoredEntry::path).toList();
  }

  @Test
  void recognisesFirmwareBoardAndVolume() {
    InspectedFile file =
        read(
            "fw.dfu", new TestDfu().elements(StandInFirmware.pybv11()).element(FS, volume).bytes());

    assertThat(kinds(file)).containsExactly(Kind.FIRMWARE, Kind.FIRMWARE, Kind.VOLUME);
    assertThat(file.board().orElseThrow().name()).isEqualTo("PYBV11");
    assertThat(file.version().orElseThrow().tag()).isEqualTo("v1.29.0");
    assertThat(paths(file.volume(null))).containsExactly("/main.py", "/lib", "/lib/a.py");
    assertThat(file.volume(null).address()).isEqualTo(new Address(FS));
    assertThat(file.unmountable()).isEmpty();
  }

  @Test
  void takesARawVolumeWhateverItIsCalled() {
    for (String name : List.of("dump.img", "dump.dfu")) {
      InspectedFile file = read(name, volume);

      assertThat(file.dfu()).isEmpty();
      assertThat(kinds(file)).containsExactly(Kind.VOLUME);
      assertThat(file.volume(null).where()).isEqualTo(name);
      assertThat(file.volume(null).address()).isNull();
    }
  }

  @Test
  void takesAFileThatIsCalledDfuForOne() {
    assertThatThrownBy(() -> read("fw.DFU", new byte[600]))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("fw.DFU, offset 0")
        .hasMessageContaining("(DfuSe)");
    assertThat(kinds(read("fw.bin", new byte[600]))).containsExactly(Kind.UNMOUNTABLE);
  }

  @Test
  void recognisesRawFirmware() {
    byte[] code = StandInFirmware.pybv11().targets().get(0).elements().get(1).data().toArray();
    InspectedFile file = read("firmware.bin", code);

    assertThat(kinds(file)).containsExactly(Kind.FIRMWARE);
    // Without addresses it is not known whether it is for mboot.
    assertThat(file.identity().candidates())
        .extracting(BoardBuild::name)
        .contains("PYBV11", "PYBV11-mboot");
    assertThat(file.unmountable()).isEmpty();
  }

  @Test
  void joinsTheSegmentsThatTheBoardHas() {
    byte[] split = new TestVolume().file("big.bin", "x".repeat(190 << 10)).bytes(240 << 10);
    byte[] first = Arrays.copyOf(split, 176 << 10);
    byte[] second = Arrays.copyOfRange(split, 176 << 10, 240 << 10);
    byte[] file =
        new TestDfu()
            .elements(
                StandInFirmware.of(
                    "NUCLEO_F413ZH",
                    "",
                    new Region(new Address(0x08000000), 1192),
                    new Region(new Address(0x08060000), 4096)))
            .element(0x08040000L, second)
            .element(FS, first)
            .bytes();
    InspectedFile inspected = read("fw.dfu", file);

    assertThat(kinds(inspected))
        .containsExactly(Kind.FIRMWARE, Kind.FIRMWARE, Kind.SEGMENT, Kind.VOLUME);
    assertThat(inspected.volume(null).bytes()).isEqualTo(Bytes.wrap(split));
    assertThat(inspected.volume(null).parts()).extracting(Part::number).containsExactly(4, 3);
  }

  @Test
  void joinsElementsThatCompleteAVolumeWhereNoBoardIsKnown() {
    byte[] dfu =
        new TestDfu()
            .element(FS, Arrays.copyOf(volume, 64 << 10))
            .element(0x08040000L, Arrays.copyOfRange(volume, 64 << 10, PYBOARD))
            .element(0x08060000L, new byte[8])
            .bytes();
    InspectedFile file = read("fw.dfu", dfu);

    assertThat(kinds(file)).containsExactly(Kind.VOLUME, Kind.SEGMENT, Kind.UNKNOWN);
    assertThat(file.volume(null).bytes()).isEqualTo(Bytes.wrap(volume));
  }

  @Test
  void joinsWhatHoldsClustersInUseEvenIfTheEndWasCutOff() {
    byte[] full = new TestVolume().file("big.bin", "x".repeat(90 << 10)).bytes(PYBOARD);
    byte[] dfu =
        new TestDfu()
            .element(FS, Arrays.copyOf(full, 64 << 10))
            .element(0x08040000L, Arrays.copyOfRange(full, 64 << 10, 110 << 10))
            .bytes();
    InspectedFile file = read("fw.dfu", dfu);

    assertThat(kinds(file)).containsExactly(Kind.VOLUME, Kind.SEGMENT);
    assertThat(file.volume(null).read().find("big.bin").orElseThrow().content().bytes())
        .isEqualTo(90 << 10);
  }

  @Test
  void joinsNothingToAVolumeThatWasCutAfterItsLastFile() {
    byte[] dfu =
        new TestDfu()
            .element(FS, Arrays.copyOf(volume, 24 << 10))
            .element(0x08020000L, new byte[4096])
            .bytes();
    InspectedFile file = read("fw.dfu", dfu);

    assertThat(kinds(file)).containsExactly(Kind.VOLUME, Kind.UNKNOWN);
    assertThat(file.volume(null).bytes().length()).isEqualTo(24 << 10);
  }

  @Test
  void joinsNothingAcrossTargetsOrOtherVolumes() {
    byte[] rest = Arrays.copyOfRange(volume, 64 << 10, PYBOARD);
    byte[] first = Arrays.copyOf(volume, 64 << 10);

    assertThat(
            kinds(
                read(
                    "fw.dfu",
                    new TestDfu()
                        .element(FS, first)
                        .target(0)
                        .element(0x08040000L, rest)
                        .target(1)
                        .bytes())))
        .containsExactly(Kind.VOLUME, Kind.UNKNOWN);
    assertThat(
            kinds(
                read(
                    "fw.dfu",
                    new TestDfu()
                        .element(FS, first)
                        .element(0x08100000L, volume)
                        .element(0x08040000L, rest)
                        .bytes())))
        .containsExactly(Kind.VOLUME, Kind.VOLUME, Kind.UNKNOWN);
  }

  @Test
  void takesTheVolumeOfTheBoardOutOfSeveral() {
    byte[] other = new TestVolume().file("other.py", "").bytes(64 << 10);
    byte[] dfu =
        new TestDfu()
            .elements(StandInFirmware.pybv11())
            .element(0x080C0000L, other)
            .element(FS, volume)
            .bytes();
    InspectedFile file = read("fw.dfu", dfu);

    assertThat(file.volumes()).hasSize(2);
    assertThat(file.volume(null).address()).isEqualTo(new Address(FS));
    assertThat(paths(file.volume(new Address(0x080C0000L)))).containsExactly("/other.py");
  }

  @Test
  void asksWhichOfSeveralIsMeantWhereNoBoardIsKnown() {
    InspectedFile file =
        read("fw.dfu", new TestDfu().element(FS, volume).element(0x080C0000L, volume).bytes());

    assertThatThrownBy(() -> file.volume(null))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "fw.dfu: holds 2 volumes, at 0x08004000, 0x080c0000;"
                + " say which one with --fs-addr ADDR");
    assertThatThrownBy(() -> file.volume(new Address(0x08000000L)))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--fs-addr: fw.dfu has no volume at 0x08000000;"
                + " there is one at 0x08004000, 0x080c0000");
    assertThatThrownBy(() -> read("a.img", volume).volume(new Address(FS)))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("a.img is no .dfu");
  }

  @Test
  void namesWhatShouldBeAVolumeAndIsNone() {
    byte[] broken = volume.clone();
    broken[510] = 0;
    InspectedFile marked = read("fw.dfu", new TestDfu().element(FS, broken).bytes());
    InspectedFile placed =
        read(
            "fw.dfu",
            new TestDfu()
                .elements(StandInFirmware.pybv11())
                .element(FS, new byte[512])
                .element(0x080C0000L, new byte[512])
                .bytes());

    assertThat(kinds(marked)).containsExactly(Kind.UNMOUNTABLE);
    assertThatThrownBy(() -> marked.volume(null))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "fw.dfu, element 1 at 0x08004000: no FAT12 or FAT16 volume: no 55AA at 510, found 00AA"
                + " (the board would format this); give a volume that a board can mount");
    assertThatThrownBy(() -> marked.volume(new Address(FS))).hasMessageContaining("no 55AA at 510");
    assertThat(kinds(placed))
        .containsExactly(Kind.FIRMWARE, Kind.FIRMWARE, Kind.UNMOUNTABLE, Kind.UNKNOWN);
  }

  @Test
  void saysThatThereIsNoVolume() {
    InspectedFile file = read("fw.dfu", StandInFirmware.bytes(StandInFirmware.pybv11()));

    assertThatThrownBy(() -> file.volume(null))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "fw.dfu: holds no FAT12 or FAT16 volume; mkfsdfu info fw.dfu lists what it holds");
  }
}
