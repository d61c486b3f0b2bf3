package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeLabelTest {
  @Test
  void upperCasesAndPadsAsTheDriver() {
    assertThat(VolumeLabel.of("my-disk 1").text()).isEqualTo("MY-DISK 1");
    assertThat(VolumeLabel.of("my-disk 1").padded()).isEqualTo("MY-DISK 1  ");
    assertThat(VolumeLabel.of("PYBFLASH  ").text()).isEqualTo("PYBFLASH");
    assertThat(VolumeLabel.of("elevenchars").padded()).isEqualTo("ELEVENCHARS");
  }

  @Test
  void emptyIsNone() {
    assertThat(VolumeLabel.of("")).isEqualTo(VolumeLabel.NONE);
    assertThat(VolumeLabel.of("   ").isNone()).isTrue();
    assertThat(VolumeLabel.NONE.padded()).isEqualTo("NO NAME    ");
  }

  @ParameterizedTest
  @ValueSource(
      chars = {'"', '*', '+', ',', '.', '/', ':', ';', '<', '=', '>', '?', '[', '\\', ']', '|'})
  void refusesWhatTheDriverRefuses(char invalid) {
    assertThatThrownBy(() -> VolumeLabel.of("A" + invalid + "B"))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--label: 'A%1$sB': '%1$s' is not possible in a label; give another, or '' for no label",
            invalid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\nB", "A\u007f", "caf\u00e9", "stra\u00dfe", "\u0131", "A\n"})
  void refusesAllButPrintableAscii(String text) {
    assertThatThrownBy(() -> VolumeLabel.of(text))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("only printable ASCII");
  }

  @Test
  void refusesWhatWouldSilentlyNotBeALabel() {
    assertThatThrownBy(() -> VolumeLabel.of("TWELVE CHARS"))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("it has 12 characters, at most 11 are possible");
    assertThatThrownBy(() -> VolumeLabel.of("no name"))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("marks a volume without a label");
    assertThatThrownBy(() -> VolumeLabel.of(" A"))
        .isInstanceOf(UsageFailure.class)
        .hasMessageContaining("begins with a space");
  }
}
