package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tree and options give the same bytes, whoever builds, wherever and whenever. */
class DeterminismTest {
  private static final List<String> NAMES =
      List.of(
          "boot.py", "main.py", "I.TXT", "lib/i.py", "lib/Istanbul.py", "lib/a/b/c", "z z", "1");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void fillBench() {
    bench = new Workbench(folder);
    fill(bench, NAMES);
  }

  @AfterEach
  void goHome() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "tr-TR, Asia/Kathmandu",
    "ar-EG-u-nu-arab, Pacific/Kiritimati",
    "ja-JP-u-ca-japanese, America/St_Johns"
  })
  void neitherLocaleNorTimeZoneMatters(String tag, String zoneId) {
    byte[] here = pack("here.dfu");
    CommandRun spoken = CommandRun.of(bench.assets(), bench.firmware(), "-v", "--dry-run");

    Locale.setDefault(Locale.forLanguageTag(tag));
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));

    assertThat(pack("there.dfu")).isEqualTo(here);
    assertThat(CommandRun.of(bench.assets(), bench.firmware(), "-v", "--dry-run"))
        .isEqualTo(spoken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theOrderInWhichFilesWereMadeDoesNotMatter(int seed) {
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.shuffle(shuffled, new Random(seed));
    Workbench other = new Workbench(folder.resolve("elsewhere"));
    fill(other, shuffled);

    other.pack(other.path("fw.dfu"), other.assets(), bench.firmware(), "-o", other.path("fw.dfu"));

    assertThat(other.path("fw.dfu")).hasBinaryContent(pack("fw.dfu"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--label=DATA",
        "--label=",
        "--volume-id=1a2b-3c4d --root-entries=64 --sectors-per-cluster=2",
        "-b 0x080c0000:%s",
        "-b 0x08000000:%s",
        "--fs-size=64K"
      })
  void aSecondRunInPlaceChangesNothing(String options) {
    List<Object> arguments = new ArrayList<>(List.of(bench.assets(), bench.firmware()));
    if (!options.isEmpty()) {
      String raw = bench.write("raw.bin", "raw bytes").toString();
      arguments.addAll(List.of(options.replace("%s", raw).split(" ", -1)));
    }
    byte[] first = bench.pack(bench.firmware(), arguments.toArray());

    assertThat(bench.pack(bench.firmware(), arguments.toArray())).isEqualTo(first);
  }

  @Test
  void aVolumeThatShrinksInPlaceIsTheSameAsANewOne() {
    bench.file("more/than/later", 30_000);
    bench.pack(bench.firmware(), bench.assets(), bench.firmware());
    Workbench later = new Workbench(folder.resolve("later"));
    fill(later, NAMES);

    assertThat(later.pack(bench.firmware(), later.assets(), bench.firmware()))
        .isEqualTo(later.pack(later.firmware(), later.assets(), later.firmware()));
  }

  @Test
  void sourceDateEpochIsTheNewestTimeThatAFileCanHave() {
    Map<String, String> epoch = Map.of("SOURCE_DATE_EPOCH", "1000000000");
    Path output = bench.path("fw.dfu");

    CommandRun.with(epoch, false, bench.assets(), bench.firmware(), "-o", output);

    assertThat(Workbench.bytes(output))
        .isEqualTo(pack("fixed.dfu", "--timestamps", "2001-09-09T01:46:40Z"));
  }

  private byte[] pack(String name, Object... options) {
    List<Object> arguments =
        new ArrayList<>(List.of(bench.assets(), bench.firmware(), "-o", bench.path(name)));
    arguments.addAll(List.of(options));
    return bench.pack(bench.path(name), arguments.toArray());
  }

  private static void fill(Workbench bench, List<String> names) {
    for (String name : names) {
      bench.file(name, name.length() * 100);
    }
  }
}
