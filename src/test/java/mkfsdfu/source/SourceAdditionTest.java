package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.error.UsageFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAdditionTest {
  @TempDir Path work;
  private HostTree assets;
  private HostTree shared;

  @BeforeEach
  void makeTrees() {
    assets = new HostTree(work.resolve("assets"));
    shared = new HostTree(work.resolve("common"));
  }

  @ParameterizedTest
  @CsvSource({
    "x.py=main.py, x.py, main.py",
    "x.py=/main.py, x.py, main.py",
    "x.py=lib/a/b.py, x.py, lib/a/b.py",
    "x.py=./lib//./b.py, x.py, lib/b.py",
    "in/x.py=lib/, in/x.py, lib/x.py",
    "in/x.py=lib/., in/x.py, lib/x.py",
    "in/x.py=/, in/x.py, x.py",
    "in/x.py=., in/x.py, x.py",
    "in/=lib/, in, lib/in",
    "in/sub/..=lib/, in/sub/.., lib/in",
    "a=b.py=c.py, a=b.py, c.py",
    "x=...,  x, ...",
  })
  void readsSourceAndDestination(String text, Path host, String destination) {
    SourceAddition addition = SourceAddition.parse(text);
    assertThat(addition.host()).isEqualTo(host);
    assertThat(String.join("/", addition.directories()) + "/" + addition.name())
        .isEqualTo(destination.contains("/") ? destination : "/" + destination);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x.py", "=x.py", "x.py=", "="})
  void refusesWhatIsNotSourceAndDestination(String text) {
    assertThatThrownBy(() -> SourceAddition.parse(text))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--add %s: SRC=DEST expected; give a file or directory and its place, such as"
                + " fonts/small.fnt=lib/small.fnt",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../x", "lib/..", "lib/../x", "/../"})
  void refusesDestinationsThatGoUp(String destination) {
    assertThatThrownBy(() -> SourceAddition.parse("x=" + destination))
        .isInstanceOf(UsageFailure.class)
        .hasMessage(
            "--add x=%s: the destination has a part \"..\"; give the path from the volume's root",
            destination);
  }

  @Test
  void refusesASourceWithoutANameWhereOneIsNeeded() {
    assertThatThrownBy(() -> SourceAddition.parse("/=lib/"))
        .isInstanceOf(UsageFailure.class)
        .hasMessage("--add /=lib/: the source has no name of its own; give one in DEST");
  }

  @Test
  void refusesWhatIsNoPath() {
    assertThatThrownBy(() -> SourceAddition.parse("a\0b=x"))
        .isInstanceOf(UsageFailure.class)
        .hasMessage("--add a\0b=x: not a path: Nul character not allowed");
  }

  @Test
  void putsAFileWhereItIsWanted() {
    assets.file("lib/a.py");
    Path font = shared.file("small.fnt");
    SourceTree tree =
        assets.scanWith(
            SourceAddition.of(font, "fonts/deep/f.fnt"),
            SourceAddition.of(font, "lib/"),
            SourceAddition.of(font, "/"));
    assertThat(Trees.paths(tree.root()))
        .containsExactly(
            "fonts/",
            "fonts/deep/",
            "fonts/deep/f.fnt",
            "lib/",
            "lib/a.py",
            "lib/small.fnt",
            "small.fnt");
    assertThat(Trees.at(tree.root(), "fonts/deep/f.fnt").host()).isEqualTo(font);
    assertThat(Trees.at(tree.root(), "fonts").host()).isEqualTo(font);
    assertThat(tree.files()).isEqualTo(4);
  }

  @Test
  void putsAWholeDirectoryWhereItIsWanted() {
    shared.file("a/b.py");
    shared.directory("empty");
    assertThat(Trees.paths(assets.scanWith(SourceAddition.of(shared.root(), "lib")).root()))
        .containsExactly("lib/", "lib/a/", "lib/a/b.py", "lib/empty/");
    assertThat(Trees.paths(assets.scanWith(SourceAddition.of(shared.root(), "lib/")).root()))
        .containsExactly(
            "lib/", "lib/common/", "lib/common/a/", "lib/common/a/b.py", "lib/common/empty/");
  }

  @Test
  void givesParentsTheTimeOfTheNewestFileInThem() {
    Path old = shared.file("old");
    Path young = shared.file("young");
    long oldTime = shared.time("old", "2001-01-01T00:00:00Z");
    long youngTime = shared.time("young", "2002-02-02T00:00:00Z");
    SourceTree tree =
        assets.scanWith(
            SourceAddition.of(young, "x/y/young"),
            SourceAddition.of(old, "x/z/old"),
            SourceAddition.of(old, "w/old"));
    assertThat(Trees.at(tree.root(), "x").modifiedEpochSecond()).isEqualTo(youngTime);
    assertThat(Trees.at(tree.root(), "x/z").modifiedEpochSecond()).isEqualTo(oldTime);
    assertThat(Trees.at(tree.root(), "w").modifiedEpochSecond()).isEqualTo(oldTime);
    assertThat(tree.root().modifiedEpochSecond()).isEqualTo(youngTime);
  }

  @Test
  void joinsADirectoryWithTheOneThatIsThere() {
    assets.file("lib/a.py");
    assets.file("lib/sub/c.py");
    shared.file("b.py");
    shared.file("sub/d.py");
    assertThat(Trees.files(assets.scanWith(SourceAddition.of(shared.root(), "lib")).root()))
        .containsExactly("lib/a.py", "lib/b.py", "lib/sub/c.py", "lib/sub/d.py");
  }

  @Test
  void refusesTwoFilesOfOnePath() {
    Path ours = assets.file("lib/a.py");
    Path theirs = shared.file("x.py");
    expectClash("lib/a.py", ours, theirs, SourceAddition.of(theirs, "lib/a.py"));
  }

  @Test
  void refusesTwoFilesOfOnePathInDirectoriesThatJoin() {
    Path ours = assets.file("lib/sub/a.py");
    Path theirs = shared.file("sub/a.py");
    expectClash("lib/sub/a.py", ours, theirs, SourceAddition.of(shared.root(), "lib"));
  }

  @Test
  void refusesTheSameAdditionTwice() {
    Path file = shared.file("a");
    expectClash("a", file, file, SourceAddition.of(file, "a"), SourceAddition.of(file, "a"));
  }

  @Test
  void refusesAFileInPlaceOfADirectory() {
    Path ours = assets.directory("lib");
    Path theirs = shared.file("x");
    expectClash("lib", ours, theirs, SourceAddition.of(theirs, "lib"));
  }

  @Test
  void refusesADirectoryInPlaceOfAFile() {
    Path ours = assets.file("lib");
    expectClash("lib", ours, shared.root(), SourceAddition.of(shared.root(), "lib"));
  }

  @Test
  void refusesAFileAsADirectoryOnTheWay() {
    Path ours = assets.file("lib");
    Path theirs = shared.file("x");
    expectClash("lib", ours, theirs, SourceAddition.of(theirs, "lib/x"));
  }

  private void expectClash(String path, Path first, Path second, SourceAddition... additions) {
    assertThatThrownBy(() -> assets.scanWith(additions))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "%s: both %s and %s would stand at this path of the volume; give one of them another"
                + " place, or leave one out",
            path, first, second);
  }

  @Test
  void leavesOutTheSameInWhatIsAdded() {
    shared.file("m.pyc");
    shared.file("a.psd");
    shared.file("b.py");
    SourceTree tree =
        SourceTree.scan(
            new SourceRequest(
                assets.root(),
                List.of(SourceAddition.of(shared.root(), "lib")),
                new SourceExcludes(true, List.of(), List.of("/lib/*.psd", "/*.py")),
                Timestamps.SOURCE));
    assertThat(Trees.files(tree.root())).containsExactly("lib/b.py");
    assertThat(tree.excluded())
        .containsExactly(
            new Exclusion("lib/a.psd", "--exclude /lib/*.psd"),
            new Exclusion("lib/m.pyc", "default exclude *.pyc"));
  }

  @Test
  void neverLeavesOutWhatIsAddedByName() {
    Path file = shared.file("m.pyc");
    Path directory = shared.directory("__pycache__");
    shared.file("__pycache__/x");
    SourceTree tree =
        assets.scanWith(
            SourceAddition.of(file, "m.pyc"), SourceAddition.of(directory, ".git/__pycache__"));
    assertThat(Trees.files(tree.root())).containsExactly(".git/__pycache__/x", "m.pyc");
    assertThat(tree.excluded()).isEmpty();
  }

  @Test
  void takesThePlaceOfWhatIsLeftOut() {
    assets.file("m.pyc");
    Path other = shared.file("other");
    SourceTree tree = assets.scanWith(SourceAddition.of(other, "m.pyc"));
    assertThat(Trees.at(tree.root(), "m.pyc").host()).isEqualTo(other);
  }

  @Test
  void followsALink() {
    shared.file("real");
    Path link = shared.link("link", "real");
    assertThat(Trees.files(assets.scanWith(SourceAddition.of(link, "x")).root()))
        .containsExactly("x");
  }

  @Test
  void refusesASourceThatIsMissing() {
    Path missing = work.resolve("gone");
    assertThatThrownBy(() -> assets.scanWith(SourceAddition.of(missing, "x")))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: does not exist, a file or directory to add is expected", missing);
  }

  @Test
  void refusesADanglingLink() {
    Path link = shared.link("link", "gone");
    assertThatThrownBy(() -> assets.scanWith(SourceAddition.of(link, "x")))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage(
            "%s: is a symbolic link to gone, which does not exist,"
                + " a file or directory to add is expected",
            link);
  }

  @Test
  void refusesAPipe() {
    Path pipe = shared.pipe("queue");
    assertThatThrownBy(() -> assets.scanWith(SourceAddition.of(pipe, "x")))
        .isInstanceOf(NoInputFailure.class)
        .hasMessage("%s: is a named pipe, a file or directory to add is expected", pipe);
  }

  @Test
  void refusesADirectoryThatLinksToItself() {
    Path link = shared.link("here", "../common");
    assertThatThrownBy(() -> assets.scanWith(SourceAddition.of(shared.root(), "x")))
        .isInstanceOf(DataFailure.class)
        .hasMessageContaining(link + ": is a symbolic link to ../common, in which it lies itself");
  }

  @Test
  void refusesADestinationThatLiesTooDeep() throws IOException {
    Path file = Files.writeString(work.resolve("x"), "");
    assertThatThrownBy(() -> assets.scanWith(SourceAddition.of(file, "d/".repeat(256))))
        .isInstanceOf(DataFailure.class)
        .hasMessageStartingWith(file + ": lies more than 255 directories deep in the volume; ");
  }
}
