package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;
import mkfsdfu.pack.KnownBoard.Witness;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.Test;

class KnownBoardTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();
  private static final Witness SILENT = witness("the firmware", "", 0x08000000);
  private static final Witness PYBOARD = witness("the firmware", "PYBV11", 0x08000000);

  private static Witness witness(String by, String buildName, long start) {
    List<FlashBytes> parts = new ArrayList<>();
    Region region = new Region(new Address(start), 4096);
    for (DfuElement element :
        StandInFirmware.of(buildName, "", region).targets().get(0).elements()) {
      parts.add(new FlashBytes(element.address(), element.data()));
    }
    return new Witness(by, FirmwareIdentity.of(CATALOG, parts));
  }

  private static KnownBoard known(String name, boolean overruled, Witness... witnesses) {
    return KnownBoard.of(CATALOG, name, "fw.dfu", List.of(witnesses), new Objections(overruled));
  }

  private static String told(KnownBoard board) {
    BoardBuild build = board.build();
    return (build == null ? "unknown" : build.name()) + ", " + board.namedBy();
  }

  @Test
  void isTheOneNamedOrTheOneThatAFirmwareNames() {
    assertThat(told(known("PYBV10", false, SILENT))).isEqualTo("PYBV10, named by --board");
    assertThat(told(known(null, false, PYBOARD))).isEqualTo("PYBV11, named by the firmware");
    assertThat(told(known(null, false, SILENT))).isEqualTo("unknown, ");
    assertThat(told(known(null, false))).isEqualTo("unknown, ");
  }

  @Test
  void isTheOneThatTheSecondFirmwareNamesWhereTheFirstNamesNone() {
    Witness elf = witness("fw.elf", "PYBV3", 0x08000000);

    assertThat(told(known(null, false, SILENT, elf))).isEqualTo("PYBV3, named by fw.elf");
  }

  @Test
  void isTheBuildThatTheFirmwareIsOf() {
    Witness behindMboot = witness("the firmware", "PYBV11", 0x08020000);

    assertThat(told(known("PYBV11", false, behindMboot)))
        .isEqualTo("PYBV11-mboot, named by --board and the firmware");
    assertThat(told(known("PYBV11-mboot", false, behindMboot)))
        .isEqualTo("PYBV11-mboot, named by --board");
    assertThat(told(known("PYBV11-THREAD", false, PYBOARD)))
        .isEqualTo("PYBV11, named by --board and the firmware");
  }

  @Test
  void refusesContradictionsUnlessTheyAreOverruled() {
    Witness elf = witness("fw.elf", "PYBV3", 0x08000000);

    assertThatThrownBy(() -> known("PYBV10", false, PYBOARD))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "fw.dfu: the firmware is for PYBV11, --board says PYBV10; leave --board out, or"
                + " --force to insist on it");
    assertThatThrownBy(() -> known(null, false, PYBOARD, elf))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining("the firmware is for PYBV11, fw.elf says PYBV3; give the ELF file");
    assertThat(told(known("PYBV10", true, PYBOARD))).isEqualTo("PYBV10, named by --board");
    assertThat(told(known(null, true, PYBOARD, elf))).isEqualTo("PYBV11, named by the firmware");
  }

  @Test
  void refusesANameThatNoBoardHas() {
    assertThatThrownBy(() -> known("PYBV12", true, PYBOARD))
        .isInstanceOf(UsageFailure.class)
        .hasMessage("--board: no board is called 'PYBV12'; did you mean PYBV10?");
  }
}
