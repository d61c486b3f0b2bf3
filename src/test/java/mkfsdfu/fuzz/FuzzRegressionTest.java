package mkfsdfu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every kept input, seeds and what the fuzzer once found, through its target. */
class FuzzRegressionTest {
  private static final Path INPUTS = Path.of("testdata/fuzz");

  static List<Path> dfuFiles() throws IOException {
    return inputs("dfu");
  }

  static List<Path> volumes() throws IOException {
    return inputs("volume");
  }

  private static List<Path> inputs(String target) throws IOException {
    try (Stream<Path> files = Files.list(INPUTS.resolve(target))) {
      return files.sorted().toList();
    }
  }

  @Test
  void findsItsInputs() throws IOException {
    assertThat(dfuFiles()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(volumes()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("dfuFiles")
  void readsOrRefusesEveryDfuFile(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> DfuReaderFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("volumes")
  void readsOrRefusesEveryVolume(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);

    assertThatCode(() -> VolumeFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
  }
}
