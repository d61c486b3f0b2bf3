package mkfsdfu.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mkfsdfu.fat.StoredVolume;
import mkfsdfu.fat.VolumeReader;
import mkfsdfu.flash.Bytes;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractPlanTest {
  private static final int BYTES = 64 << 10;

  private static ExtractPlan plan(byte[] volume, boolean windows) {
    return ExtractPlan.of(read(volume).root(), windows);
  }

  private static StoredVolume read(byte[] volume) {
    return VolumeReader.read("a.img", Bytes.wrap(volume));
  }

  private static List<String> planned(ExtractPlan plan) {
    return plan.items().stream().map(item -> item.entry().path()).toList();
  }

  @Test
  void plansEachDirectoryBeforeWhatItHolds() {
    byte[] volume = new TestVolume().file("main.py", "1").file("lib/sub/a.py", "2").bytes(BYTES);

    ExtractPlan all = plan(volume, false);
    assertThat(planned(all)).containsExactly("/main.py", "/lib", "/lib/sub", "/lib/sub/a.py");
    assertThat(all.refusals()).isEmpty();
    assertThat(all.items().get(3).parent().entry().path()).isEqualTo("/lib/sub");

    ExtractPlan some = ExtractPlan.of(read(volume).find("LIB/sub").orElseThrow(), false);
    assertThat(planned(some)).containsExactly("/lib/sub", "/lib/sub/a.py");
    assertThat(some.items().get(0).parent()).isNull();

    ExtractPlan one = ExtractPlan.of(read(volume).find("main.py").orElseThrow(), false);
    assertThat(planned(one)).containsExactly("/main.py");
  }

  /** Long names that lead elsewhere, or drive a terminal, in the place of a good one. */
  static List<Arguments> hostileNames() {
    return List.of(
        Arguments.of("..", "its name is no file's name"),
        Arguments.of(".", "its name is no file's name"),
        Arguments.of("../../x", "its name has '/'"),
        Arguments.of("/etc/passwd", "its name has '/'"),
        Arguments.of("..\\x", "its name has '\\'"),
        Arguments.of("C:x", "its name has ':'"),
        Arguments.of("x\u001B[2J", "its name has a control character"),
        Arguments.of("x\n", "its name has a control character"),
        Arguments.of("x\u007F", "its name has a control character"),
        Arguments.of("x?", "its name has '?'"),
        Arguments.of("x.", "its name ends with a dot or a space"),
        Arguments.of(". ", "its name ends with a dot or a space"));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void refusesNamesThatLeadElsewhere(String name, String why) {
    for (String path : List.of("a b", "a b/evil.py")) {
      byte[] good = new TestVolume().file(path, "root").file("main.py", "1").bytes(BYTES);

      ExtractPlan plan = plan(TestVolume.rename(good, "a b", name), false);

      assertThat(planned(plan)).containsExactly("/main.py");
      assertThat(plan.refusals()).hasSize(1);
      assertThat(plan.refusals().get(0).path()).isEqualTo("/" + name);
      assertThat(plan.refusals().get(0).why()).startsWith(why);
    }
  }

  /** Short names of spaces and dots alone: FatFs shows a question mark, or the dots. */
  @ParameterizedTest
  @CsvSource({"'           '", "'A.      .. '", "'A       B. '"})
  void refusesShortNamesThatAreNone(String shortName) {
    byte[] good = new TestVolume().file("AAAAAAAA.TXT", "x").file("main.py", "1").bytes(BYTES);

    ExtractPlan plan = plan(TestVolume.replace(good, "AAAAAAAATXT", shortName), false);

    assertThat(planned(plan)).containsExactly("/main.py");
    assertThat(plan.refusals()).hasSize(1);
  }

  @Test
  void refusesDevicesWhereTheHostHasThem() {
    byte[] volume =
        new TestVolume()
            .file("AUX", "1")
            .file("com1.txt", "2")
            .file("nul.tar.gz", "3")
            .file("com.txt", "4")
            .file("lpt9", "5")
            .bytes(BYTES);

    assertThat(plan(volume, false).refusals()).isEmpty();
    assertThat(planned(plan(volume, true))).containsExactly("/com.txt");
    assertThat(plan(volume, true).refusals())
        .extracting(ExtractPlan.Refusal::path)
        .containsExactly("/AUX", "/com1.txt", "/nul.tar.gz", "/lpt9");
  }

  @Test
  void refusesTheSecondOfTwoWithOneName() {
    byte[] volume = new TestVolume().file("aa.txt", "1").file("ab.txt", "2").bytes(BYTES);
    byte[] twins = TestVolume.replace(volume, "AB      TXT", "AA      TXT");

    ExtractPlan plan = plan(twins, false);

    assertThat(planned(plan)).containsExactly("/aa.txt");
    assertThat(plan.refusals())
        .containsExactly(
            new ExtractPlan.Refusal(
                "/aa.txt", "its name stands there twice, and the board opens the first"));
  }

  @Test
  void refusesFilesThatAreNotThereWhole() {
    byte[] volume = new TestVolume().file("main.py", "1").file("b.py", "2").bytes(BYTES);
    volume[TestVolume.find(volume, "MAIN    PY ") + 29] = 4;

    ExtractPlan plan = plan(volume, false);

    assertThat(planned(plan)).containsExactly("/b.py");
    assertThat(plan.refusals().get(0).why())
        .startsWith("it cannot be read whole (a.img: /main.py: its clusters end");
  }

  @Test
  void refusesPathsBeyondAnyUse() {
    StringBuilder path = new StringBuilder("x");
    for (int i = 0; i < 6; i++) {
      path.insert(0, "d".repeat(200) + i + "/");
    }
    byte[] volume = new TestVolume().file(path.toString(), "1").file("b.py", "").bytes(BYTES);

    ExtractPlan plan = plan(volume, false);

    assertThat(plan.items()).hasSize(5);
    assertThat(plan.refusals()).hasSize(1);
    assertThat(plan.refusals().get(0).why()).isEqualTo("its path is longer than 1000 characters");
  }
}
