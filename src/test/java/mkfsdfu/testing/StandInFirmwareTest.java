package mkfsdfu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;

class StandInFirmwareTest {
  private static final Path COMMITTED = Path.of("testdata/firmware.dfu");

  @Test
  void isWhatIsCommitted() throws IOException {
    assertThat(StandInFirmware.bytes(StandInFirmware.pybv11()))
        .isEqualTo(Files.readAllBytes(COMMITTED));
  }

  @Test
  void isLaidOutAsTheReleaseFilesOfThePyboard() throws IOException {
    DfuFile file = committed();

    assertThat(file.device().ids()).isEqualTo("0483:df11");
    assertThat(file.device().deviceVersion()).isZero();
    assertThat(file.targets()).hasSize(1);
    assertThat(file.targets().get(0).name()).isEqualTo("ST...");
    assertThat(file.targets().get(0).elements())
        .extracting(element -> element.region().toString())
        .containsExactly("0x08000000-0x08003c8f", "0x08020000-0x08078b47");
  }

  @Test
  void carriesTheStringsOfARealBuild() throws IOException {
    assertThat(committed().targets().get(0).elements().get(1).data().latin1())
        .containsOnlyOnce("\0" + "3.4.0; MicroPython v1.29.0 on 2026-06-01\0")
        .containsOnlyOnce("\0; PYBv1.1 with STM32F405RG\0")
        .containsOnlyOnce("\0PYBV11\0");
  }

  @Test
  void beginsWithAVectorTableThatPointsIntoItsCode() throws IOException {
    DfuFile file = committed();
    Bytes vectors = file.targets().get(0).elements().get(0).data();
    DfuElement code = file.targets().get(0).elements().get(1);

    assertThat(vectors.u32(0)).isBetween(0x20000000L, 0x20020000L);
    for (int vector = 1; vector < 98; vector++) {
      long handler = vectors.u32(4 * vector);
      assertThat(handler & 1).isEqualTo(1);
      assertThat(handler).isBetween(code.region().start().value(), code.region().end());
    }
  }

  @Test
  void compressesToAFewKilobytes() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
      out.write(Files.readAllBytes(COMMITTED));
    }

    assertThat(compressed.size()).isLessThan(8192);
  }

  @Test
  void passesDfuSuffix() {
    ExternalTool.Result result = ExternalTool.named("dfu-suffix").run("-c", COMMITTED);

    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static DfuFile committed() throws IOException {
    return DfuReader.read(COMMITTED.toString(), Bytes.wrap(Files.readAllBytes(COMMITTED)));
  }
}
