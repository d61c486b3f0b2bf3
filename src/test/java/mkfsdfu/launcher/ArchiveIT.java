package mkfsdfu.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mkfsdfu.launcher.LauncherTree.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes is kept beside the jar, and one that does not fit is never noticed. */
class ArchiveIT {
  @TempDir static Path folder;

  private static LauncherTree tree;
  private static byte[] good;
  private static Run plain;

  @BeforeAll
  static void makeArchive() throws Exception {
    tree = LauncherTree.withJarIn(folder.resolve("a tree"));
    tree.run("--version");
    good = Files.readAllBytes(archive(tree));
    plain = tree.javaJar("--help");
  }

  @Test
  void leavesNothingElseBehind() throws Exception {
    assertThat(good).isNotEmpty();
    assertThat(tree.target()).containsExactly("cds", "mkfsdfu-bare.jar", "mkfsdfu.jar");
  }

  static Stream<Arguments> misfits() {
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    return Stream.of(
        argumentSet("whole", good),
        argumentSet("cut in its header", Arrays.copyOf(good, 100)),
        argumentSet("cut after its header", Arrays.copyOf(good, 20_000)),
        argumentSet("cut in the middle", Arrays.copyOf(good, good.length / 2)),
        argumentSet("cut by one byte", Arrays.copyOf(good, good.length - 1)),
        argumentSet("no archive at all", noise));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void givesTheSameOutputWithAnArchiveThatIs(byte[] bytes) throws Exception {
    Path archive = archive(tree);
    Files.delete(archive);
    Files.write(archive, bytes);

    assertThat(tree.run("--help")).isEqualTo(plain);
    assertThat(archive).hasBinaryContent(bytes);
  }

  @Test
  void givesTheSameOutputWithAnArchiveForAnotherJar() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("other"));
    other.run("--version");
    Path archive = archive(other);
    // Newer than the jar that it was made for, and still older than the archive.
    FileTime time = Files.getLastModifiedTime(archive);
    Files.setLastModifiedTime(other.bareJar(), FileTime.from(time.toInstant().plusSeconds(10)));
    Files.setLastModifiedTime(archive, FileTime.from(time.toInstant().plusSeconds(20)));

    assertThat(other.run("--help")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx16m", "-XX:+UseParallelGC", "-Xshare:off"})
  void givesTheSameOutputWithOptionsOfOnesOwn(String option) throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("own" + option.replace(':', '-')));
    other.run("--version");

    Run run = other.with("JAVA_TOOL_OPTIONS", option).run("--help");

    assertThat(run.err()).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + option + "\n");
    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.exit()).isZero();
  }

  @Test
  void givesTheSameOutputWhereNoArchiveCanBeWritten() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("blocked"));
    Files.writeString(other.path("target/cds"), "in the way");

    assertThat(other.run("--help")).isEqualTo(plain);
    assertThat(other.run("--help")).isEqualTo(plain);
    assertThat(other.target()).containsExactly("cds", "mkfsdfu-bare.jar", "mkfsdfu.jar");
  }

  @Test
  void makesTheArchiveAnewAtAnotherPlace() throws Exception {
    LauncherTree here = LauncherTree.withJarIn(folder.resolve("here"));
    here.run("--version");
    FileTime before = Files.getLastModifiedTime(archive(here));

    LauncherTree there = here.movedTo(folder.resolve("there"));

    expectMadeAnew(there, before);
  }

  @Test
  void makesTheArchiveAnewForAnotherLauncher() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("updated"));
    other.run("--version");
    FileTime before = Files.getLastModifiedTime(archive(other));
    FileTime update = FileTime.from(before.toInstant().plusSeconds(10));
    Files.setLastModifiedTime(other.path("mkfsdfu"), update);

    expectMadeAnew(other, before);
  }

  @Test
  void makesTheArchiveAnewIfAnOlderLauncherMadeIt() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("older"));
    other.run("--version");
    Path archive = archive(other);
    FileTime before = Files.getLastModifiedTime(archive);
    Path madeFor = archive.resolveSibling("java.made-for");
    FileTime java = Files.getLastModifiedTime(madeFor);
    Files.write(madeFor, List.of(other.bareJar().toString(), "G1GC"));
    Files.setLastModifiedTime(madeFor, java);

    expectMadeAnew(other, before);
  }

  @Test
  void takesTheJarItselfOnceItIsChanged() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("changed"));
    other.run("--version");
    assertThat(madeFor(other)).isEqualTo(other.bareJar());
    FileTime before = Files.getLastModifiedTime(archive(other));
    FileTime change = FileTime.from(before.toInstant().plusSeconds(10));
    Files.setLastModifiedTime(other.jar(), change);

    expectMadeAnew(other, before);
    assertThat(madeFor(other)).isEqualTo(other.jar());
  }

  @Test
  void takesTheJarItselfWhereThereIsNoOther() throws Exception {
    LauncherTree other = LauncherTree.withJarIn(folder.resolve("alone"));
    Files.delete(other.bareJar());

    assertThat(other.run("--help")).isEqualTo(plain);
    assertThat(madeFor(other)).isEqualTo(other.jar());
  }

  private static Path madeFor(LauncherTree tree) throws IOException {
    Path madeFor = archive(tree).resolveSibling("java.made-for");
    return Path.of(Files.readAllLines(madeFor).get(0));
  }

  private void expectMadeAnew(LauncherTree tree, FileTime before) throws Exception {
    assertThat(tree.run("--help")).isEqualTo(plain);
    assertThat(Files.getLastModifiedTime(archive(tree))).isGreaterThan(before);
  }

  private static Path archive(LauncherTree tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree.path("target/cds"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }
}
