package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceExcludesTest {
  private static final SourceExcludes NONE = new SourceExcludes(false, List.of(), List.of());

  @TempDir Path work;
  private HostTree assets;

  @BeforeEach
  void makeAssets() {
    assets = new HostTree(work.resolve("assets"));
  }

  private static List<String> excluded(SourceTree tree) {
    return tree.excluded().stream().map(at -> at.path() + " (" + at.rule() + ")").toList();
  }

  @Test
  void leavesOutWhatNobodyWantsAtAnyDepth() {
    for (String file :
        List.of(
            ".DS_Store",
            "._main.py",
            "Thumbs.db",
            "desktop.ini",
            "__pycache__/m.txt",
            "m.pyc",
            ".git/config",
            ".gitignore",
            ".gitattributes",
            "keep.py",
            ".hidden",
            "_.py")) {
      assets.file(file);
      assets.file("lib/" + file);
    }
    assets.file(".mkfsdfuignore", "");
    SourceTree tree = assets.scan();
    assertThat(Trees.files(tree.root()))
        .containsExactly(".hidden", "_.py", "keep.py", "lib/.hidden", "lib/_.py", "lib/keep.py");
    assertThat(excluded(tree))
        .containsExactly(
            ".DS_Store (default exclude .DS_Store)",
            "._main.py (default exclude ._*)",
            ".git (default exclude .git)",
            ".gitattributes (default exclude .gitattributes)",
            ".gitignore (default exclude .gitignore)",
            ".mkfsdfuignore (default exclude .mkfsdfuignore)",
            "Thumbs.db (default exclude Thumbs.db)",
            "__pycache__ (default exclude __pycache__)",
            "desktop.ini (default exclude desktop.ini)",
            "lib/.DS_Store (default exclude .DS_Store)",
            "lib/._main.py (default exclude ._*)",
            "lib/.git (default exclude .git)",
            "lib/.gitattributes (default exclude .gitattributes)",
            "lib/.gitignore (default exclude .gitignore)",
            "lib/Thumbs.db (default exclude Thumbs.db)",
            "lib/__pycache__ (default exclude __pycache__)",
            "lib/desktop.ini (default exclude desktop.ini)",
            "lib/m.pyc (default exclude *.pyc)",
            "m.pyc (default exclude *.pyc)");
  }

  @Test
  void leavesOutNothingWithoutTheDefaults() {
    assets.file(".git/config");
    assets.file("m.pyc");
    SourceTree tree = assets.scan(NONE);
    assertThat(Trees.files(tree.root())).containsExactly(".git/config", "m.pyc");
    assertThat(tree.excluded()).isEmpty();
  }

  @Test
  void leavesOutWhatAPatternNames() {
    assets.file("art/logo.psd");
    assets.file("art/logo.bmp");
    assets.file("lib/art/x");
    assets.file("build");
    assets.file("lib/build/x");
    SourceTree tree = assets.scan("*.psd", "build/", "/lib/art");
    assertThat(Trees.paths(tree.root())).containsExactly("art/", "art/logo.bmp", "build", "lib/");
    assertThat(excluded(tree))
        .containsExactly(
            "art/logo.psd (--exclude *.psd)",
            "lib/art (--exclude /lib/art)",
            "lib/build (--exclude build/)");
  }

  @Test
  void tellsUpperFromLowerCase() {
    assets.file("a.TXT");
    assertThat(assets.scan("*.txt").excluded()).isEmpty();
  }

  @Test
  void takesALinkToADirectoryAsADirectory() {
    new HostTree(work.resolve("common")).file("x");
    assets.link("common", "../common");
    assertThat(excluded(assets.scan("common/"))).containsExactly("common (--exclude common/)");
  }

  @Test
  void keepsWhatALaterPatternKeeps() {
    assets.file("a.pyc");
    assets.file("b.pyc");
    assertThat(Trees.files(assets.scan("!b.pyc").root())).containsExactly("b.pyc");
  }

  @Test
  void letsTheCommandLineDecideLast() {
    assets.file(".mkfsdfuignore", "*.a\n*.b\n*.c\n!d.pyc\n");
    Path file = new HostTree(work).file("rules", "!*.b\n!*.c\n");
    for (String name : List.of("x.a", "x.b", "x.c", "d.pyc")) {
      assets.file(name);
    }
    SourceTree tree = assets.scan(new SourceExcludes(true, List.of(file), List.of("*.c")));
    assertThat(Trees.files(tree.root())).containsExactly("d.pyc", "x.b");
    assertThat(excluded(tree))
        .containsExactly(
            ".mkfsdfuignore (default exclude .mkfsdfuignore)",
            "x.a (.mkfsdfuignore:1: *.a)",
            "x.c (--exclude *.c)");
  }

  @Test
  void countsTheLinesOfAFileOfPatterns() {
    assets.file(".mkfsdfuignore", "# art\r\n\r\n*.psd\r\n");
    assets.file("x.psd");
    assertThat(excluded(assets.scan())).contains("x.psd (.mkfsdfuignore:3: *.psd)");
  }

  @Test
  void readsThePatternsOfTheDirectoryAlsoWithoutTheDefaults() {
    assets.file(".mkfsdfuignore", "x\n");
    assets.file("x");
    assertThat(Trees.files(assets.scan(NONE).root())).containsExactly(".mkfsdfuignore");
  }

  @Test
  void readsNoPatternsOfDirectoriesBelow() {
    assets.file("lib/.mkfsdfuignore", "x\n");
    assets.file("lib/x");
    assertThat(Trees.files(assets.scan().root())).containsExactly("lib/x");
  }

  @Test
  void takesAPatternOfTheCommandLineAsItIs() {
    assets.file("#a");
    assets.file("b ");
    assets.file("b");
    assertThat(Trees.files(assets.scan("#a", "b ").root())).containsExactly("b");
  }

  @Test
  void doesNotMindTheKindOfWhatIsLeftOut() {
    assets.pipe("queue");
    assets.link("gone", "nowhere");
    assets.link("up/up", "..");
    assertThat(assets.scan("queue", "gone", "up/up").files()).isZero();
  }

  @Test
  void refusesAnEmptyPattern() {
    assertThatThrownBy(() -> assets.scan(""))
        .isInstanceOf(UsageFailure.class)
        .hasMessage("--exclude: the pattern is empty; give a name or a path");
  }

  @Test
  void refusesAFileOfPatternsThatIsMissing() {
    Path missing = work.resolve("rules");
    assertThatThrownBy(() -> assets.scan(new SourceExcludes(true, List.of(missing), List.of())))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: does not exist, a file of patterns is expected", missing);
  }

  @Test
  void refusesADirectoryInPlaceOfAFileOfPatterns() {
    Path directory = assets.directory(".mkfsdfuignore");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: is a directory, a file of patterns is expected", directory);
  }

  @Test
  void refusesAPipeInPlaceOfAFileOfPatterns() {
    Path pipe = assets.pipe(".mkfsdfuignore");
    assertThatThrownBy(assets::scan)
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: is a named pipe, a file of patterns is expected", pipe);
  }
}
