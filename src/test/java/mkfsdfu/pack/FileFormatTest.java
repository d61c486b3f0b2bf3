package mkfsdfu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {
  @ParameterizedTest
  @CsvSource({
    "fw.dfu, DFU",
    "FW.DFU, DFU",
    "fw.dfu.gz, DFU_GZ",
    "a/fw.hex, HEX",
    "fs.img, IMAGE",
    "fs.bin, IMAGE",
    "firmware, ",
    "hex.d/fw, ",
  })
  void goesByTheEndingOfTheName(String name, FileFormat format) {
    assertThat(FileFormat.named(Path.of(name))).isEqualTo(format);
  }

  @Test
  void compressesNothingButDfu() {
    assertThatThrownBy(() -> FileFormat.named(Path.of("fw.hex.gz")))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("fw.hex.gz: only a .dfu is read or written compressed");
  }
}
