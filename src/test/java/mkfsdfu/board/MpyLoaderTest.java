package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MpyLoaderTest {
  /** MicroPython's table, "Versioning and compatibility of .mpy files", each row at its ends. */
  @ParameterizedTest
  @CsvSource({
    "v1.29.0, 6, 3",
    "v1.23.0, 6, 3",
    "v1.22.2, 6, 2",
    "v1.22.0, 6, 2",
    "v1.21.0, 6, 1",
    "v1.20.0, 6, 1",
    "v1.19.1, 6, 0",
    "v1.19, 6, 0",
    "v1.18, 5, 0",
    "v1.12, 5, 0",
    "v1.11, 4, 0",
    "v1.10, 3, 0",
    "v1.9.4, 3, 0",
    "v1.9.3, 3, 0",
    "v1.9.2, 2, 0",
    "v1.9, 2, 0",
    "v1.8.7, 0, 0",
    "v1.5.1, 0, 0",
  })
  void loadsWhatTheDocumentationSays(String tag, int version, int subVersion) {
    for (int other = 0; other <= 7; other++) {
      for (int otherSub = 0; otherSub <= 3; otherSub++) {
        assertThat(objection(tag, "", header(other, otherSub, 0, 31)).isEmpty())
            .as("bytecode of version %s in %s", other, tag)
            .isEqualTo(other == version);
        if (other >= 6) {
          assertThat(objection(tag, "", header(other, otherSub, 7, 31)).isEmpty())
              .as("native code of version %s.%s in %s", other, otherSub, tag)
              .isEqualTo(other == version && otherSub == subVersion);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5 | 0 | 0  | 31 | .mpy version 5, MicroPython v1.29.0 loads 6
          6 | 1 | 7  | 31 | native code of .mpy version 6.1, MicroPython v1.29.0 loads 6.3
          6 | 3 | 10 | 31 | native code for xtensawin, STM32F405RG runs armv6m to armv7emsp
          6 | 3 | 8  | 31 | native code for armv7emdp, STM32F405RG runs armv6m to armv7emsp
          6 | 3 | 3  | 31 | native code for armv6, STM32F405RG runs armv6m to armv7emsp
          6 | 3 | 15 | 31 | native code for architecture 15, STM32F405RG runs armv6m to
          6 | 3 | 0  | 63 | integers of 63 bits, the board has 31
          """)
  void namesWhatTheFileHasAndWhatIsLoaded(
      int version, int subVersion, int architecture, int bits, String message) {
    assertThat(objection("v1.29.0", "PYBV11", header(version, subVersion, architecture, bits)))
        .startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "NUCLEO_F091RC, 4",
    "NUCLEO_G0B1RE, 4",
    "NUCLEO_L152RE, 6",
    "NUCLEO_WL55, 6",
    "PYBV11, 7",
    "NUCLEO_F722ZE, 7",
    "NUCLEO_H563ZI, 7",
    "NUCLEO_WB55, 7",
    "PYBD_SF6, 8",
    "NUCLEO_H743ZI, 8",
    "NUCLEO_N657X0, 8",
  })
  void runsTheCodeOfItsCoreAndOfLesserOnes(String board, int most) {
    for (int architecture = 1; architecture <= 12; architecture++) {
      assertThat(objection("v1.29.0", board, header(6, 3, architecture, 31)).isEmpty())
          .as("architecture %s on %s", architecture, board)
          .isEqualTo(architecture >= 4 && architecture <= most);
    }
  }

  @Test
  void knowsTheCoreOfEveryBoard() {
    for (Board board : BoardCatalog.load().boards()) {
      assertThat(MpyArchitecture.of(board.builds().get(0).mcu())).as(board.name()).isNotZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.23.0-preview.74.gb2f3", "v1.22.0-74-gb2f3"})
  void leavesADoubtBetweenTwoReleases(String tag) {
    assertThat(objection(tag, "", header(6, 2, 7, 31))).isEmpty();
    assertThat(objection(tag, "", header(6, 3, 7, 31))).isEmpty();
    assertThat(objection(tag, "", header(6, 0, 7, 31))).contains("6.0").contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.30.0", "v2.0.0", "v1.4.6"})
  void claimsNothingOfReleasesThatAreNotInTheTable(String tag) {
    assertThat(MpyLoader.of(release(tag), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "M\6\0", "PK\3\4", "print('x')"})
  void takesNothingElseForAnMpyFile(String content) {
    assertThat(MpyHeader.read(Bytes.wrap(content.getBytes(StandardCharsets.ISO_8859_1)))).isEmpty();
  }

  @Test
  void seesFlagsAndNotASubVersionInOldFiles() {
    assertThat(header(5, 3, 0, 31)).isEqualTo(new MpyHeader(5, 0, 0, 31));
    assertThat(header(3, 3, 7, 31)).isEqualTo(new MpyHeader(3, 0, 0, 31));
  }

  private static MpyHeader header(int version, int subVersion, int architecture, int bits) {
    byte[] bytes = {'M', (byte) version, (byte) (architecture << 2 | subVersion), (byte) bits, 0};
    return MpyHeader.read(Bytes.wrap(bytes)).orElseThrow();
  }

  private static String objection(String tag, String board, MpyHeader file) {
    BoardBuild build = board.isEmpty() ? null : BoardCatalog.load().named("--board", board);
    return MpyLoader.of(release(tag), build).orElseThrow().objection(file).orElse("");
  }

  private static MicroPythonVersion release(String tag) {
    byte[] text = ("\0MicroPython " + tag + " on 2026-06-01\0").getBytes(StandardCharsets.US_ASCII);
    Optional<MicroPythonVersion> release =
        MicroPythonVersion.of(List.of(new FlashBytes(new Address(0x08000000L), Bytes.wrap(text))));
    return release.orElseThrow();
  }
}
