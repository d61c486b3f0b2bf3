package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampsTest {
  @TempDir Path work;
  private HostTree assets;

  @BeforeEach
  void makeAssets() {
    assets = new HostTree(work.resolve("assets"));
    assets.file("lib/old.py");
    assets.file("lib/deep/new.py");
    assets.directory("lib/empty/below");
    assets.time("lib/old.py", "2001-01-01T00:00:00Z");
    assets.time("lib/deep/new.py", "2003-03-03T03:03:03.999Z");
    assets.time("lib/empty/below", "2009-09-09T00:00:00Z");
    assets.time("lib/empty", "2008-08-08T00:00:00Z");
    assets.time("lib/deep", "2010-10-10T00:00:00Z");
    assets.time("lib", "1999-01-01T00:00:00Z");
    assets.time("", "1998-01-01T00:00:00Z");
  }

  private static long at(SourceTree tree, String path) {
    return Trees.at(tree.root(), path).modifiedEpochSecond();
  }

  @Test
  void takesTheFilesOwnTimes() {
    SourceTree tree = assets.scan();
    // date -ud 2001-01-01 +%s, date -ud '2003-03-03 03:03:03' +%s
    assertThat(at(tree, "lib/old.py")).isEqualTo(978307200L);
    assertThat(at(tree, "lib/deep/new.py")).isEqualTo(1046660583L);
  }

  @Test
  void givesADirectoryTheTimeOfTheNewestFileBeneath() {
    SourceTree tree = assets.scan();
    assertThat(at(tree, "lib/deep")).isEqualTo(1046660583L);
    assertThat(at(tree, "lib")).isEqualTo(1046660583L);
    assertThat(tree.root().modifiedEpochSecond()).isEqualTo(1046660583L);
  }

  @Test
  void givesADirectoryWithoutFilesItsOwnTime() {
    SourceTree tree = assets.scan();
    // date -ud 2009-09-09 +%s, date -ud 2008-08-08 +%s
    assertThat(at(tree, "lib/empty/below")).isEqualTo(1252454400L);
    assertThat(at(tree, "lib/empty")).isEqualTo(1218153600L);
  }

  @Test
  void doesNotCountTheTimeOfWhatIsLeftOut() {
    assertThat(at(assets.scan("new.py"), "lib")).isEqualTo(978307200L);
  }

  @Test
  void lowersTimesToTheLatestAllowed() {
    SourceTree tree =
        assets.scan(new Timestamps(OptionalLong.empty(), OptionalLong.of(1000000000L)));
    assertThat(at(tree, "lib/old.py")).isEqualTo(978307200L);
    assertThat(at(tree, "lib/deep/new.py")).isEqualTo(1000000000L);
    assertThat(at(tree, "lib")).isEqualTo(1000000000L);
    assertThat(at(tree, "lib/empty")).isEqualTo(1000000000L);
  }

  @Test
  void givesAllTheOneTimeThatWasAskedFor() {
    SourceTree tree =
        assets.scan(new Timestamps(OptionalLong.of(1500000000L), OptionalLong.of(1000000000L)));
    for (String path : Trees.paths(tree.root())) {
      assertThat(at(tree, path)).as(path).isEqualTo(1500000000L);
    }
    assertThat(tree.root().modifiedEpochSecond()).isEqualTo(1500000000L);
  }
}
