package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mkfsdfu.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A source that changes all the time while its size and its time stay, as what another program has
 * mapped into its memory does. Only the proof can notice: it reads the source anew.
 */
class RestlessSourceTest {
  /** The change has to fall between two reads of a run, which a busy machine may not let it do. */
  private static final int MOST_ATTEMPTS = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--force", "--dry-run", "--map=map.py"})
  void isNoticedByTheProof(String option) throws Exception {
    Workbench bench = new Workbench(folder).file("restless", 4096);
    byte[] before = Workbench.bytes(bench.firmware());
    Path map = bench.path("map.py");
    String said = option.replace("map.py", map.toString());

    CommandRun run = null;
    for (int i = 0; i < MOST_ATTEMPTS && (run == null || run.exit() == 0); i++) {
      Files.write(bench.firmware(), before);
      Files.deleteIfExists(map);
      run = whileChanging(bench, said);
    }

    // Should the system write the memory to the disk just then, the next change moves the time.
    assertThat(run.err()).containsPattern("different from its source|it was written to");
    assertThat(run.exit()).isIn(ExitCode.INTERNAL.status(), ExitCode.IO.status());
    assertThat(bench.firmware()).hasBinaryContent(before);
    assertThat(map).doesNotExist();
  }

  @Test
  void isNoneOnceItRests() {
    Workbench bench = new Workbench(folder).file("restless", 4096);

    assertThat(CommandRun.of(bench.assets(), bench.firmware()).exit()).isZero();
  }

  private static CommandRun whileChanging(Workbench bench, String option) throws Exception {
    try (FileChannel channel =
        FileChannel.open(
            bench.assets().resolve("restless"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      MappedByteBuffer memory = channel.map(MapMode.READ_WRITE, 0, 4096);
      AtomicBoolean enough = new AtomicBoolean();
      // The first change moves the file's time, and the others do not.
      CountDownLatch first = new CountDownLatch(1);
      Thread changing =
          new Thread(
              () -> {
                for (long value = 1; !enough.get(); value++) {
                  memory.putLong(0, value);
                  first.countDown();
                }
              });
      changing.start();
      try {
        first.await();
        return CommandRun.of(bench.assets(), bench.firmware(), option);
      } finally {
        enough.set(true);
        changing.join();
      }
    }
  }
}
