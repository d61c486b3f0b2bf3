package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import mkfsdfu.flash.Address;
import mkfsdfu.flash.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedFlashTest {
  @ParameterizedTest
  @CsvSource({
    "PYBV11, 0x08004000, true",
    "NUCLEO_U5A5ZJ_Q, 0x083e0000, true",
    "STM32F769DISC-mboot, 0x90000000, true",
    "NUCLEO_N657X0, 0x70400000, true",
    "PYBD_SF2, 0x80000000, false",
    "PYBD_SF2, 0x90000000, false",
    "LEGO_HUB_NO6, 0x80100000, false",
    "-, 0x08004000, true",
    "-, 0x90000000, true",
    "-, 0x80000000, false",
    "-, 0x20000000, false",
  })
  void knowsWhatTheProcessorSeesAsMemory(String board, String address, boolean shown) {
    BoardBuild build = board.equals("-") ? null : BoardCatalog.load().named("--board", board);

    assertThat(MappedFlash.shows(new Region(Address.parse(address), 4096), build)).isEqualTo(shown);
  }
}
