package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is refused with the whole sum, and what is said to help does help. */
class CapacityTest {
  private static final Pattern OPTION = Pattern.compile("(--[a-z-]+ \\d+) would make it fit");
  private static final Pattern PATHS = Pattern.compile("without (.+) it fits");
  private static final Pattern VOLUME =
      Pattern.compile("a volume of .* \\((\\d+) bytes\\) (with (\\S+ \\d+) )?would");

  @TempDir Path folder;

  @Test
  void saysTheWholeSum() {
    Workbench bench =
        new Workbench(folder).file("main.py", 1).file("img/logo", 90_000).file("snd/gong", 10_000);

    CommandRun run = CommandRun.of(bench.assets(), bench.firmware());

    // 1 + 176 + 20 clusters of files and one of each directory, which uses three slots of it.
    // 199 x 512 - 100001 - 2 x 3 x 32 bytes hold nothing.
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.errLines())
        .containsExactly(
            "mkfsdfu: "
                + bench.assets()
                + ": does not fit: 4.5 KiB too much for the 95.0 KiB that the volume of 114688"
                + " bytes has for files; --root-entries 368 would make it fit",
            "mkfsdfu:   3 files and 2 directories take 199 clusters of 512 bytes, there are 190",
            "mkfsdfu:   content 97.7 KiB, lost to the ends of clusters 1.7 KiB",
            "mkfsdfu:   largest files: img/logo 88.0 KiB, snd/gong 10.0 KiB, main.py 0.5 KiB",
            "mkfsdfu:   largest directories: img/ 88.5 KiB, snd/ 10.5 KiB",
            "mkfsdfu:   volume at 0x08004000: PYBV11, named by the firmware",
            "mkfsdfu:   or: without snd/gong it fits",
            "mkfsdfu:   or: a volume of 116.5 KiB (119296 bytes) would hold it");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyWayOutIsOne(int seed) {
    Workbench bench = new Workbench(folder);
    Random random = new Random(seed);
    int files = 20 + random.nextInt(700);
    for (int i = 0; i < files; i++) {
      String directory = random.nextInt(3) == 0 ? "" : "d" + random.nextInt(9) + "/";
      bench.file(directory + "name number " + i, random.nextInt(2 * 300_000 / files));
    }
    String place = seed % 2 == 0 ? "0x90000000:256K" : "0x90000000:96K";

    CommandRun refusal = run(bench, place);

    assertThat(refusal.exit()).as(refusal.out()).isEqualTo(65);
    assertThat(refusal.err()).contains("does not fit");
    int ways = 0;
    for (Matcher option = OPTION.matcher(refusal.err()); option.find(); ways++) {
      assertFits(run(bench, place, option.group(1).split(" ", -1)));
    }
    for (Matcher paths = PATHS.matcher(refusal.err()); paths.find(); ways++) {
      List<String> excludes = new ArrayList<>();
      for (String path : paths.group(1).split(" and ", -1)) {
        excludes.add("--exclude=/" + path);
      }
      assertFits(run(bench, place, excludes.toArray(new String[0])));
    }
    for (Matcher volume = VOLUME.matcher(refusal.err()); volume.find(); ways++) {
      long bytes = Long.parseLong(volume.group(1));
      String[] options = volume.group(3) == null ? new String[0] : volume.group(3).split(" ", -1);
      assertFits(run(bench, "0x90000000:" + bytes, options));
      assertThat(run(bench, "0x90000000:" + (bytes - 512), options).exit()).isEqualTo(65);
    }
    assertThat(ways).isPositive();
  }

  @Test
  void saysWhyAVolumeIsAsSmallAsItIs() {
    Workbench bench = new Workbench(folder).file("big", 60_000);

    CommandRun run =
        CommandRun.of(bench.assets(), bench.path("new.dfu"), "--fs-addr", "0x08004000");

    assertThat(run.err())
        .contains("volume at 0x08004000: the smallest known for this address")
        .contains("More have: 112.0 KiB CERB40, ");
  }

  private static void assertFits(CommandRun run) {
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static CommandRun run(Workbench bench, String place, String... options) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(bench.assets(), bench.path("new.dfu"), "--dry-run", "--fs-addr", place));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray());
  }
}
