package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes far above a pyboard's. What is not linear here would not end. */
class LargeTest {
  @TempDir Path folder;

  @Test
  void threeThousandFilesIn64MebibytesFit() {
    Workbench bench = new Workbench(folder);
    for (int i = 0; i < 3000; i++) {
      bench.file("directory " + i % 50 + "/file number " + i + ".bin", 20_000);
    }

    CommandRun run =
        CommandRun.of(bench.assets(), bench.path("fw.dfu"), "--fs-addr", "0x90000000:64M");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("FAT16: 3000 files");
  }

  @Test
  void twentyThousandNamesInADirectoryMayBeginAlike() throws IOException {
    Workbench bench = new Workbench(folder);
    bench.directory("logs");
    for (int i = 0; i < 20_000; i++) {
      Files.createFile(bench.assets().resolve("logs/measurement" + i));
    }

    CommandRun run =
        CommandRun.of(bench.assets(), bench.path("fw.dfu"), "--fs-addr", "0x90000000:16M");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(": 20000 files");
  }
}
