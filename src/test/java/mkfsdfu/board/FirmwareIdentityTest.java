package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mkfsdfu.board.FirmwareIdentity.NamedBy;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareIdentityTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();
  private static final String DEFAULT = "0x08000000 0x08020000";
  private static final String BANNER = "; PYBv1.1 with STM32F405RG";

  private static FirmwareIdentity identify(String addresses, String... strings) {
    return FirmwareIdentity.of(CATALOG, StandInFirmware.at(addresses, strings));
  }

  private static Optional<MicroPythonVersion> version(String... strings) {
    return MicroPythonVersion.of(StandInFirmware.at(DEFAULT, strings));
  }

  @Test
  void believesTheBuildNameBeforeTheBanner() {
    FirmwareIdentity identity = identify(DEFAULT, "; Synth One with STM32F405RG", "PYBV10-DP");

    assertThat(identity.namedBy()).isEqualTo(NamedBy.BUILD_NAME);
    assertThat(identity.build()).map(BoardBuild::name).contains("PYBV10-DP");
  }

  @Test
  void readsTheBannerOfOldReleasesInOneLine() {
    FirmwareIdentity identity =
        identify(DEFAULT, "MicroPython v1.12 on 2019-12-20; PYBv1.1 with STM32F405RG\r\n");

    assertThat(identity.namedBy()).isEqualTo(NamedBy.BANNER);
    assertThat(identity.build()).map(BoardBuild::name).contains("PYBV11");
    assertThat(version("MicroPython v1.12 on 2019-12-20; PYBv1.1 with STM32F405RG\r\n"))
        .contains(new MicroPythonVersion("v1.12", "2019-12-20", 1, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "MicroPython v1.29.0 on 2026-06-30, v1.29.0, 29",
    "3.4.0; MicroPython v1.19.1 on 2022-06-18, v1.19.1, 19",
    "MicroPython v1.26.0-preview.74.gb2f3 on 2025-05-01, v1.26.0-preview.74.gb2f3, 26",
    "MicroPython v1.9.4-8-ga9a3caad0-dirty on 2018-07-01; x, v1.9.4-8-ga9a3caad0-dirty, 9"
  })
  void readsTheVersion(String text, String tag, int minor) {
    MicroPythonVersion version = version(text).orElseThrow();

    assertThat(version.tag()).isEqualTo(tag);
    assertThat(version.major()).isEqualTo(1);
    assertThat(version.minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MicroPython v",
        "MicroPython v1.19 on ",
        "MicroPython v1.19 on 2022-6-18x",
        "MicroPython v1 on 2022-06-18",
        "MicroPython vX.Y on 2022-06-18",
        "MicroPython v1.x on 2022-06-18",
        "MicroPython v1.2 is old; v1.3 on 2022-06-18"
      })
  void takesNothingElseForAVersion(String text) {
    assertThat(version(text)).isEmpty();
    assertThat(version(text, "MicroPython v1.20.0 on 2023-04-26"))
        .map(MicroPythonVersion::toString)
        .contains("MicroPython v1.20.0 on 2023-04-26");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PYBV111", "xPYBV11", "PYBV11 ", "pybv11", "PYBV11\n"})
  void takesNoPartOfAnotherStringForABuildName(String text) {
    assertThat(identify(DEFAULT, text).namedBy()).isEqualTo(NamedBy.NOTHING);
  }

  @Test
  void wantsABuildNameBetweenTerminators() {
    for (String text : List.of("PYBV11\0", "\0PYBV11")) {
      Bytes bytes = Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(
              FirmwareIdentity.of(CATALOG, List.of(new FlashBytes(new Address(0x08000000), bytes)))
                  .candidates())
          .isEmpty();
    }
  }

  @Test
  void findsNoStringThatCrossesTwoElements() {
    Bytes one = Bytes.wrap("\0PYB".getBytes(StandardCharsets.ISO_8859_1));
    Bytes two = Bytes.wrap("V11\0".getBytes(StandardCharsets.ISO_8859_1));
    List<FlashBytes> firmware =
        List.of(
            new FlashBytes(new Address(0x08000000), one),
            new FlashBytes(new Address(0x08000004), two));

    assertThat(FirmwareIdentity.of(CATALOG, firmware).candidates()).isEmpty();
  }

  @Test
  void findsANameAtEveryOffset() {
    for (int at = 0; at < 64; at++) {
      byte[] bytes = new byte[80];
      System.arraycopy("PYBV3".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at + 1, 5);
      FlashBytes part = new FlashBytes(new Address(0x08000000), Bytes.wrap(bytes));
      assertThat(FirmwareIdentity.of(CATALOG, List.of(part)).build())
          .as("at offset " + at)
          .map(BoardBuild::name)
          .contains("PYBV3");
    }
  }

  @Test
  void neverGuessesBetweenVariantsWithDifferentFilesystems() {
    FirmwareIdentity identity = identify(DEFAULT, "; WEACT_F411_BLACKPILL with STM32F411CE");

    assertThat(identity.isAmbiguous()).isTrue();
    assertThat(identity.build()).isEmpty();
    assertThat(identity.candidates()).hasSize(6);
  }

  @Test
  void neverGuessesBetweenTwoBuildNamesWithDifferentFilesystems() {
    FirmwareIdentity identity = identify(DEFAULT, "PYBV11", "NUCLEO_F401RE");

    assertThat(identity.build()).isEmpty();
    assertThat(identity.candidates())
        .extracting(BoardBuild::name)
        .containsExactlyInAnyOrder("PYBV11", "NUCLEO_F401RE");
  }

  @Test
  void takesOfTwoBuildNamesTheOneWithTheBanner() {
    FirmwareIdentity identity = identify(DEFAULT, "NUCLEO_F401RE", "PYBV11", BANNER);

    assertThat(identity.build()).map(BoardBuild::name).contains("PYBV11");
  }

  @Test
  void toleratesTwoBuildNamesWithTheSameFilesystem() {
    assertThat(identify(DEFAULT, "PYBV3", "PYBV4").build()).map(BoardBuild::name).contains("PYBV3");
  }

  @ParameterizedTest
  @CsvSource({
    "0x08000000 0x08020000, PYBV11, PYBV11",
    "0x08020000, PYBV11, PYBV11-mboot",
    "0x08020000 0x08004000, PYBV11, PYBV11-mboot",
    "0x08004000 0x08000000 0x08020000, PYBV11, PYBV11",
    "0x08020000, PYBV11-DP, PYBV11-mboot",
    "0x08000000, NUCLEO_G0B1RE, NUCLEO_G0B1RE",
    "0x08008000, NUCLEO_G0B1RE, NUCLEO_G0B1RE-mboot",
    "0x70080000, NUCLEO_N657X0, NUCLEO_N657X0",
    "0x34180400, NUCLEO_N657X0, NUCLEO_N657X0-no-mboot",
    "0x08020000, CERB40, CERB40-mboot",
    "0x08000000, CERB40, CERB40"
  })
  void tellsABuildForMbootByWhereItLies(String addresses, String buildName, String name) {
    assertThat(identify(addresses, buildName).build()).map(BoardBuild::name).contains(name);
  }

  @Test
  void refusesAnUnlistedBuildForMbootAsAListedOne() {
    BoardBuild build = identify("0x08020000", "OLIMEX_E407").build().orElseThrow();

    assertThat(build.reach()).isInstanceOf(Reach.Unreachable.class);
    assertThat(((Reach.Unreachable) build.reach()).reason())
        .isEqualTo(
            "OLIMEX_E407-mboot is built for mboot, which refuses to write 0x08000000-0x08007fff,"
                + " and its filesystem starts at 0x08004000");
  }

  @Test
  void recognisesAFirmwareInOnePiece() {
    byte[] image = new byte[0x30000];
    byte[] part = StandInFirmware.bytes(1, "PYBV11", BANNER);
    System.arraycopy(part, 0, image, 0x20000, part.length);
    FlashBytes whole = new FlashBytes(new Address(0x08000000), Bytes.wrap(image));

    assertThat(FirmwareIdentity.of(CATALOG, List.of(whole)).build())
        .map(BoardBuild::name)
        .contains("PYBV11");
  }

  private static BoardCatalog withBoard(BoardCatalog catalog, String begin) {
    String table =
        "[boards]\n"
            + begin
            + "|Synth One|STM32F405RG|f4-1m|rom|0x08000000|internal"
            + "|0x080c0000+256K|512|fat|synth\n";
    return catalog.with("own.txt", Bytes.wrap(table.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "S1|default%S1",
        "'S1\t|\tdefault'%S1",
        "'S 1 |default'%S 1",
        "a|b%a-b",
        "a-b|default c%a-b",
        "a-b|default c%a-b-c",
        "PYBV11_WITH_A_NAME_LONGER_THAN_ALL|default%PYBV11_WITH_A_NAME_LONGER_THAN_ALL"
      })
  void recognisesAProductsOwnBoardByItsBuildName(String begin, String name) {
    BoardCatalog own = withBoard(CATALOG, begin);

    assertThat(FirmwareIdentity.of(own, StandInFirmware.at(DEFAULT, name)).build())
        .map(BoardBuild::buildName)
        .contains(name);
  }

  @Test
  void recognisesTheBoardsOfSeveralTables() {
    BoardCatalog both = withBoard(withBoard(CATALOG, "a|b"), "SYNTH|default");

    for (String name : List.of("a-b", "SYNTH", "PYBV11")) {
      assertThat(FirmwareIdentity.of(both, StandInFirmware.at(DEFAULT, name)).build())
          .map(BoardBuild::buildName)
          .contains(name);
    }
  }

  @Test
  void recognisesABoardBehindManyOtherWords() {
    String[] words = new String[100];
    for (int i = 0; i < words.length; i++) {
      words[i] = "WORD_" + i;
    }
    words[99] = "NUCLEO_F401RE";

    assertThat(FirmwareIdentity.of(CATALOG, StandInFirmware.at(DEFAULT, words)).build())
        .map(BoardBuild::name)
        .contains("NUCLEO_F401RE");
  }

  @Test
  void recognisesAProductsOwnBoard() {
    BoardCatalog own = withBoard(CATALOG, "S1|default");

    assertThat(FirmwareIdentity.of(own, StandInFirmware.at(DEFAULT, "S1")).build())
        .map(BoardBuild::name)
        .contains("S1");
    assertThat(
            FirmwareIdentity.of(own, StandInFirmware.at(DEFAULT, "Synth One with STM32F405RG"))
                .build())
        .map(BoardBuild::name)
        .contains("S1");
  }

  @Test
  void recognisesNothingInNothing() {
    FirmwareIdentity identity = FirmwareIdentity.of(CATALOG, List.of());

    assertThat(identity.namedBy()).isEqualTo(NamedBy.NOTHING);
    assertThat(identity.build()).isEmpty();
    assertThat(identity.isAmbiguous()).isFalse();
  }

  @Test
  void neverFailsOnDamagedFirmware() {
    Random random = new Random(20260101);
    int recognised = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] bytes =
          StandInFirmware.bytes(round, "PYBV11", "MicroPython v1.29.0 on 2026-06-30", BANNER);
      for (int i = random.nextInt(4); i > 0; i--) {
        bytes[1495 + random.nextInt(80)] = (byte) random.nextInt(256);
      }
      Bytes cut = Bytes.wrap(Arrays.copyOf(bytes, bytes.length - random.nextInt(1600)));
      FirmwareIdentity identity =
          FirmwareIdentity.of(CATALOG, List.of(new FlashBytes(new Address(0x08000000), cut)));
      recognised += identity.build().isPresent() ? 1 : 0;
      assertThat(identity.candidates().stream().map(BoardBuild::board).distinct().toList())
          .isSubsetOf("PYBV10", "PYBV11");
    }
    assertThat(recognised).isBetween(1000, 1999);
  }

  /** A text that fills a megabyte with what banners and versions begin with takes no longer. */
  @Test
  void staysQuickOnTextMadeToBeSlow() {
    List<FlashBytes> hostile = new ArrayList<>();
    for (String text : List.of(" with ", "MicroPython v", "; ", "PYBV11", "MicroPython v1.1 on ")) {
      byte[] bytes = text.repeat(100_000).getBytes(StandardCharsets.ISO_8859_1);
      hostile.add(new FlashBytes(new Address(0x08000000), Bytes.wrap(bytes)));
    }

    assertThat(FirmwareIdentity.of(CATALOG, hostile).candidates()).isEmpty();
    assertThat(MicroPythonVersion.of(hostile)).isEmpty();
  }
}
