package mkfsdfu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mkfsdfu.launcher.LauncherTree.Run;
import mkfsdfu.launcher.LauncherTree.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how the launcher builds, with a java and a Maven that only pretend. */
class FirstRunIT {
  private static final List<String> BORROWED =
      List.of("sh", "cp", "ln", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch");

  @TempDir Path folder;

  private Path programs;
  private LauncherTree tree;

  @BeforeEach
  void installPrograms() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    for (String program : BORROWED) {
      install(program, "exec /bin/" + program + " \"$@\"");
    }
    installJava("17");
    install(
        "mvn",
        """
        echo built >>'%s'
        for argument; do
          case $argument in -Dmkfsdfu.build=*) build=${argument#*=} ;; esac
        done
        printf ja >"$build/mkfsdfu.jar"
        until [ -e '%s' ]; do sleep 0.1; done
        echo r >>"$build/mkfsdfu.jar"
        echo bare >"$build/mkfsdfu-bare.jar"
        """
            .formatted(folder.resolve("builds"), folder.resolve("go on")));
    letMavenEnd();
    tree = LauncherTree.in(folder.resolve("a tree")).with("PATH", programs);
  }

  @Test
  void buildsOnceAndSaysSo() throws Exception {
    Run first = tree.run("info", "a file");
    Run second = tree.run("info", "a file");

    assertThat(first.exit()).isZero();
    assertThat(first.out()).isEqualTo("ran info a file\n");
    assertThat(first.err()).startsWith("mkfsdfu: building " + tree.jar()).hasLineCount(1);
    assertThat(second).isEqualTo(new Run(0, "ran info a file\n", ""));
    assertThat(builds()).hasSize(1);
    assertThat(tree.target())
        .containsExactly("build.log", "cds", "mkfsdfu-bare.jar", "mkfsdfu.jar");
  }

  @Test
  void buildsOnceForFirstRunsAtTheSameTime() throws Exception {
    holdMaven();
    Started builder = tree.start(folder, tree.path("mkfsdfu"), "-q");
    await(folder.resolve("builds"), "built");
    Started one = tree.start(folder, tree.path("mkfsdfu"), "-q");
    Started another = tree.start(folder, tree.path("mkfsdfu"), "-q");
    await(one.err(), "waiting for another run");
    await(another.err(), "waiting for another run");
    letMavenEnd();

    for (Started started : List.of(builder, one, another)) {
      Run run = started.end();
      assertThat(run.exit()).isZero();
      assertThat(run.out()).isEqualTo("ran -q\n");
      assertThat(run.err()).hasLineCount(1);
    }
    assertThat(builds()).hasSize(1);
    assertThat(tree.target())
        .containsExactly("build.log", "cds", "mkfsdfu-bare.jar", "mkfsdfu.jar");
  }

  @Test
  void putsTheJarInPlaceOnlyWhenItIsWhole() throws Exception {
    holdMaven();
    Started started = tree.start(folder, tree.path("mkfsdfu"));
    await(folder.resolve("builds"), "built");
    assertThat(tree.jar()).doesNotExist();
    letMavenEnd();

    assertThat(started.end().exit()).isZero();
    assertThat(tree.jar()).hasContent("jar");
  }

  @Test
  void takesOverTheLockOfARunThatWasKilled() throws Exception {
    Files.createDirectories(tree.path("target/work.1"));
    Process gone = new ProcessBuilder("/bin/true").start();
    gone.waitFor();
    Files.createSymbolicLink(tree.path("target/lock"), Path.of(String.valueOf(gone.pid())));

    assertThat(tree.run().exit()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(tree.target())
        .containsExactly("build.log", "cds", "mkfsdfu-bare.jar", "mkfsdfu.jar");
  }

  @Test
  void namesTheLogOfABuildThatFails() throws Exception {
    install("mvn", "echo 'no such plugin'; exit 1");

    Run run = tree.run("info", "a.dfu");

    assertThat(run.exit()).isEqualTo(70);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .endsWith("mkfsdfu: the build failed: see " + tree.path("target/build.log") + "\n");
    assertThat(tree.path("target/build.log")).hasContent("no such plugin");
    assertThat(tree.target()).containsExactly("build.log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "src/main/java/mkfsdfu",
        "src/main/java/mkfsdfu/cli",
        "src/main/java/de/waldheinz/fs/fat",
        "src/main/resources/mkfsdfu"
      })
  void buildsAgainWhenAFolderOfSourcesIsNewer(String source) throws Exception {
    haveJar();
    makeNewer(source);

    expectBuild();
  }

  @Test
  void buildsAgainWhenASourceIsReplaced() throws Exception {
    haveJar();
    makeAllOlder();
    assertThat(tree.run().err()).doesNotContain("building");
    Path source = tree.path("src/main/java/mkfsdfu/cli/Main.java");
    Files.delete(source);
    Files.writeString(source, "class Main { int changed; }");

    expectBuild();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/mkfsdfu/cli/Main.java",
        "src/main/java/de/waldheinz/fs/fat/PlainReader.java",
        "src/main/resources/mkfsdfu/version.txt"
      })
  void buildsAgainWhenASourceIsEditedWhereMavenIsUsed(String source) throws Exception {
    haveJar();
    makeNewer(source);
    Files.createDirectory(tree.path("target/classes"));

    expectBuild();
  }

  private void expectBuild() throws Exception {
    assertThat(tree.run().err()).contains("building " + tree.jar());
    assertThat(tree.jar()).hasContent("jar");
  }

  @Test
  void runsTheOldJarWithAWordWhereItCannotBuild() throws Exception {
    haveJar();
    makeNewer("pom.xml");
    Files.delete(programs.resolve("mvn"));

    Run run = tree.run("-q");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("ran -q\n");
    assertThat(run.err())
        .isEqualTo(
            "mkfsdfu: the sources are newer than "
                + tree.jar()
                + ", but Maven is missing (Debian: maven): running it as it is\n");
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws Exception {
    Files.delete(programs.resolve("mvn"));

    Run run = tree.run();

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("has to be built first", "Maven is missing (Debian: maven)");
  }

  @Test
  void saysWhatToInstallWithoutJava() throws Exception {
    Files.delete(programs.resolve("java"));

    Run run = tree.run();

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("java is missing", "JDK 17 or newer", "openjdk-17-jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "9", "11", "16"})
  void refusesAJavaThatIsTooOld(String version) throws Exception {
    installJava(version);
    haveJar();

    Run run = tree.run();

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("is Java " + version + ": Java 17 or newer is needed");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void prefersTheJavaOfJavaHome() throws Exception {
    haveJar();
    Path bin = Files.createDirectories(folder.resolve("my java/bin"));
    Files.move(programs.resolve("java"), bin.resolve("java"));

    assertThat(tree.with("JAVA_HOME", bin.getParent()).run("-q").out()).isEqualTo("ran -q\n");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    Run run = tree.with("JAVA_HOME", folder).run();

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("JAVA_HOME is " + folder, "no bin/java");
  }

  private void holdMaven() throws IOException {
    Files.delete(folder.resolve("go on"));
  }

  private void letMavenEnd() throws IOException {
    Files.createFile(folder.resolve("go on"));
  }

  private static void await(Path file, String text) throws IOException, InterruptedException {
    for (int tenths = 0; !Files.exists(file) || !Files.readString(file).contains(text); tenths++) {
      if (tenths > 600) {
        throw new AssertionError(text + " is not said in " + file + " within a minute");
      }
      Thread.sleep(100);
    }
  }

  private void haveJar() throws IOException {
    Files.createDirectories(tree.path("target"));
    Files.writeString(tree.jar(), "old jar");
  }

  private void makeNewer(String source) throws IOException {
    FileTime jarTime = Files.getLastModifiedTime(tree.jar());
    Instant later = jarTime.toInstant().plusSeconds(5);
    Files.setLastModifiedTime(tree.path(source), FileTime.from(later));
  }

  /** Makes sources, folders and jar old, the jar a little less. */
  private void makeAllOlder() throws IOException {
    Instant jarTime = Files.getLastModifiedTime(tree.jar()).toInstant().minusSeconds(60);
    try (Stream<Path> files = Files.walk(tree.path("."))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(jarTime.minusSeconds(60)));
      }
    }
    Files.setLastModifiedTime(tree.jar(), FileTime.from(jarTime));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds"));
  }

  private void installJava(String version) throws IOException {
    install(
        "java",
        """
        case $* in
          *-XshowSettings*) echo '    java.specification.version = %s' >&2 ;;
          *-XX:DumpLoadedClassList* | *-Xshare:dump*) ;;
          *) while [ "$1" != -cp ]; do shift; done; shift 3; echo "ran${*:+ $*}" ;;
        esac
        """
            .formatted(version));
  }

  private void install(String program, String script) throws IOException {
    Path file = programs.resolve(program);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
