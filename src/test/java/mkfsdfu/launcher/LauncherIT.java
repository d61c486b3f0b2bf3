package mkfsdfu.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mkfsdfu.launcher.LauncherTree.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher with the real jar, from wherever it is called. */
class LauncherIT {
  @TempDir Path folder;

  private LauncherTree tree;

  @BeforeEach
  void copy() throws IOException {
    tree = LauncherTree.withJarIn(folder.resolve("a tree"));
  }

  @Test
  void worksThroughALinkToALinkFromAnotherFolder() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("my bin/deep"));
    Files.createSymbolicLink(bin.resolve("second"), tree.path("mkfsdfu"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("my bin/deep/second"));
    makeAssets(folder.resolve("my assets"));

    Run run =
        tree.start(folder, first, "my assets", "--fs-addr", "0x08004000:112K", "new.dfu").end();
    tree.settle();

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("new.dfu: filesystem at 0x08004000");
    assertThat(folder.resolve("new.dfu")).exists();
  }

  @Test
  void doesWhatJavaDashJarDoes() throws Exception {
    Path assets = makeAssets(tree.path("assets"));
    Object[] arguments = {assets, "--fs-addr", "0x08004000:112K", tree.path("new.dfu")};

    Run first = tree.run(arguments);
    byte[] made = Files.readAllBytes(tree.path("new.dfu"));
    Files.delete(tree.path("new.dfu"));
    Run withArchive = tree.run(arguments);
    byte[] madeAgain = Files.readAllBytes(tree.path("new.dfu"));
    Files.delete(tree.path("new.dfu"));
    Run plain = tree.javaJar(arguments);

    assertThat(first).isEqualTo(plain);
    assertThat(withArchive).isEqualTo(plain);
    assertThat(tree.path("new.dfu")).hasBinaryContent(made).hasBinaryContent(madeAgain);
  }

  @Test
  void handsOnWhatTheEnvironmentSays() throws Exception {
    Path assets = makeAssets(tree.path("assets"));
    Object[] arguments = {"-q", assets, "--fs-addr", "0x08004000:112K", tree.path("new.dfu")};
    tree.run(arguments);
    byte[] now = Files.readAllBytes(tree.path("new.dfu"));

    tree.with("SOURCE_DATE_EPOCH", "1000000000").run(arguments);
    byte[] then = Files.readAllBytes(tree.path("new.dfu"));
    tree.javaJar(arguments);

    assertThat(then).isNotEqualTo(now).isEqualTo(Files.readAllBytes(tree.path("new.dfu")));
  }

  @Test
  void readsNamesAsUtf8InTheCLocale() throws Exception {
    makeAssets(tree.path("données"));

    Run run =
        tree.with("LC_ALL", "C").run("-q", "données", "--fs-addr", "0x08004000:112K", "donné.dfu");

    assertThat(run.exit()).isZero();
    assertThat(tree.path("donné.dfu")).exists();
  }

  @Test
  void tellsThatTheCurrentFolderIsGone() throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Path script =
        Files.writeString(folder.resolve("script"), "rmdir ../gone; exec \"$1\" --version\n");

    Run run = tree.start(gone, Path.of("/bin/sh"), script, tree.path("mkfsdfu")).end();

    assertThat(run.err()).endsWith("mkfsdfu: the current directory is gone: change to another\n");
    assertThat(run.exit()).isEqualTo(66);
  }

  @Test
  void tellsThatJavaCannotStandAColon() throws Exception {
    LauncherTree colon = LauncherTree.withJarIn(folder.resolve("a:b"));

    Run run = colon.run("--version");

    assertThat(run.err()).startsWith("mkfsdfu: Java takes ").contains("a:b");
    assertThat(run.exit()).isEqualTo(69);
  }

  private static Path makeAssets(Path assets) throws IOException {
    Files.createDirectory(assets);
    Files.writeString(assets.resolve("main.py"), "print(1)");
    return assets;
  }
}
