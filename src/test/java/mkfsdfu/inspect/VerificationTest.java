package mkfsdfu.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.fat.FaultCorpus;
import mkfsdfu.fat.Severity;
import mkfsdfu.flash.Bytes;
import mkfsdfu.testing.StandInFirmware;
import mkfsdfu.testing.TestDfu;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();
  private static final long FS = 0x08004000L;
  private static final byte[] VOLUME = new TestVolume().file("main.py", "x").bytes(112 << 10);

  private static Verification verify(String name, byte[] bytes) {
    return Verification.of(name, Bytes.wrap(bytes), new Knowledge(CATALOG, null));
  }

  private static Verification onBoard(String board, byte[] bytes) {
    return Verification.of(
        "a.img", Bytes.wrap(bytes), new Knowledge(CATALOG, CATALOG.find(board).orElseThrow()));
  }

  private static TestDfu pyboard() {
    return new TestDfu().elements(StandInFirmware.pybv11());
  }

  static List<FaultCorpus.Spoiled> faults() {
    return FaultCorpus.volumes();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEveryFaultOfAVolume(FaultCorpus.Spoiled fault) {
    Verification verification = verify("dump.img", fault.volume().toArray());

    assertThat(verification.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo(fault.rule());
              assertThat(problem.path()).isEqualTo(fault.path());
              assertThat(problem.what()).contains(fault.what());
              assertThat(problem.severity()).isEqualTo(fault.severity());
              assertThat(problem.volume()).isEqualTo("dump.img");
            });
    assertThat(verification.isDamaged() || fault.severity() == Severity.WARNING).isTrue();
  }

  @Test
  void findsNothingInASoundFile() {
    byte[] file = pyboard().element(FS, VOLUME).bytes();

    assertThat(verify("fw.dfu", file).problems()).isEmpty();
    assertThat(verify("dump.img", VOLUME).problems()).isEmpty();
    assertThat(onBoard("PYBV11", VOLUME).problems()).isEmpty();
  }

  @Test
  void findsAWrongChecksum() {
    byte[] file = pyboard().element(FS, VOLUME).bytes();
    file[file.length - 1] ^= 1;
    Verification verification = verify("fw.dfu", file);

    assertThat(verification.problems()).extracting(Problem::rule).containsExactly("dfu-crc");
    assertThat(verification.isDamaged()).isTrue();
  }

  @Test
  void findsAWrongStructureAndSaysWhere() {
    byte[] file = pyboard().bytes();
    file[6]++;
    Verification verification = verify("fw.dfu", file);

    assertThat(verification.file()).isNull();
    assertThat(verification.problems()).extracting(Problem::rule).containsExactly("dfu-structure");
    assertThat(verification.problems().get(0).what()).startsWith("offset 6: DFUImageSize is ");
  }

  @Test
  void findsAVolumeThatIsLargerThanThePartition() {
    Verification verification = onBoard("NUCLEO_F401RE", VOLUME);

    assertThat(verification.problems())
        .extracting(Problem::rule)
        .containsExactly("board-partition");
    assertThat(verification.problems().get(0).what())
        .isEqualTo("the volume has 114688 bytes, the partition of NUCLEO_F401RE has 65536");
  }

  @Test
  void findsSectorsThatAreNotTheBoardsBlocks() {
    byte[] large = new TestVolume().file("main.py", "x").bytes(512 << 10, 4096);

    assertThat(onBoard("PYBV11", large).problems())
        .extracting(Problem::rule)
        .contains("sector-bytes");
  }

  @Test
  void findsAVolumeWhereTheBoardDoesNotLook() {
    Verification verification = verify("fw.dfu", pyboard().element(0x080C0000L, VOLUME).bytes());

    assertThat(verification.problems()).extracting(Problem::rule).containsExactly("board-address");
    assertThat(verification.problems().get(0).what())
        .isEqualTo("PYBV11 looks for its filesystem at 0x08004000");
  }

  @Test
  void findsABoardThatWouldNotMountIt() {
    assertThat(onBoard("NUCLEO_WL55", VOLUME).problems())
        .extracting(Problem::rule)
        .containsExactly("board-reach");
  }

  @Test
  void findsSharedEraseSectorsAndElementsOutsideTheFlash() {
    byte[] shared = pyboard().element(0x08078B48L, new byte[8]).bytes();
    byte[] outside = pyboard().element(0x08200000L, new byte[8]).bytes();

    assertThat(verify("fw.dfu", shared).problems())
        .extracting(Problem::rule)
        .containsExactly("erase-shared");
    assertThat(verify("fw.dfu", outside).problems())
        .extracting(Problem::rule)
        .containsExactly("erase-outside");
  }

  @Test
  void findsWhatTheBoardWouldFormat() {
    byte[] blank = new byte[112 << 10];
    Verification verification = verify("fw.dfu", pyboard().element(FS, blank).bytes());

    assertThat(verification.problems()).hasSize(1);
    assertThat(verification.problems().get(0).rule()).isEqualTo("boot-signature");
    assertThat(verification.problems().get(0).boardDoes()).isEqualTo("the board would format this");
  }

  @Test
  void findsFaultsInEveryVolumeOfAFile() {
    byte[] broken = VOLUME.clone();
    broken[512] = 0;
    byte[] file = new TestDfu().element(FS, broken).element(0x080C0000L, broken).bytes();

    assertThat(verify("fw.dfu", file).problems())
        .extracting(Problem::volume)
        .containsExactly("fw.dfu, element 1 at 0x08004000", "fw.dfu, element 2 at 0x080c0000");
  }
}
