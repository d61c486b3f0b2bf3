package mkfsdfu.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds our files of patterns against git itself. */
class GitIgnoreTest {
  private static final Map<String, String> PLAIN_GIT =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C.UTF-8");

  private static final List<String> FILES =
      List.of(
          "a",
          "b",
          "ab",
          "a.b",
          ".a",
          "A",
          "foo",
          "foo.py",
          "bar.txt",
          "!a",
          "#a",
          "a ",
          "a*b",
          "[",
          "]",
          "-",
          "^",
          "a-b",
          "a]b",
          "[a]",
          "\\",
          "a\\b",
          "7",
          "_x",
          "x y",
          "foo/bar",
          "foo/bar/a",
          "foo/a",
          "a/b",
          "a/a/b",
          "a/b/a/b",
          "a/b/c/d/e",
          "b/a",
          "b/foo/bar",
          "x/foo/bar/z.py",
          "ab/ab",
          "a.b/a.b",
          "lib/__pycache__/m.pyc",
          ".git-x/a",
          "foo/.a",
          "foo/b/.a/b");

  private static final List<String> IGNORE_FILES =
      List.of(
          "a",
          "/a",
          "a/",
          "/a/",
          "foo",
          "foo/",
          "/foo/",
          "foo/*",
          "/foo/*",
          "foo/**",
          "**/foo",
          "**/foo/bar",
          "foo/**/a",
          "a/**/b",
          "**/b",
          "**",
          "*",
          "**/",
          "/**",
          "/*",
          "*/",
          "/*/",
          "*/a",
          "*/*/a",
          "a/**/**/b",
          "***/a",
          "x/***/z.py",
          "**/**/b",
          "*.py",
          "foo.*",
          "?",
          "??",
          "a?b",
          "?/b",
          "[ab]",
          "[!a]",
          "[^a]",
          "[a-b]",
          "[]a]",
          "[!]a]",
          "[a-]",
          "[-a]",
          "[--a]",
          "[]-a]",
          "[\\]]",
          "[\\\\]",
          "[[]",
          "[[:digit:]]",
          "[[:alpha:]]",
          "[[:upper:]]",
          "[[:punct:]]",
          "[[:alpha:][:digit:]]",
          "[^[:alnum:]]",
          "[[:space:]]",
          "x[[:blank:]]y",
          "[[:nonsense:]]",
          "[[:digit:]",
          "[a",
          "[",
          "[]",
          "[!]",
          "a[",
          "[[:xdigit:]-z]",
          "[b-a]",
          "[a-c-e]",
          "a[/]b",
          "[a/b]b",
          "\\a",
          "\\!a",
          "\\#a",
          "#a",
          "!a",
          "a\\ ",
          "a ",
          "a  ",
          "a\\  ",
          "a\t",
          "a\\",
          "\\",
          "\\\\",
          "a\\\\b",
          "a\\*b",
          "a*b",
          "a\\?b",
          "\\[a\\]",
          "/",
          "//",
          "//a",
          "a//b",
          "a//",
          "",
          " ",
          "!",
          "!/",
          "a\r",
          "a\r\nb\r\n",
          "\uFEFFa",
          "*\n!a",
          "*\n!*/\n!*.py",
          "a\n!a/b",
          "a/*\n!a/b",
          "/*\n!/foo\n/foo/*\n!/foo/bar",
          "foo/\n!foo/a",
          "!a\na",
          "a\n!a\na",
          "*.b\n!a.b/",
          "*.b\n!a.b",
          "__pycache__/\n*.py[co]",
          "a\n\n# c\n\nb",
          "foo/bar\n",
          "foo/bar",
          "a/b/c/**",
          "a/**/e",
          "a/*/e",
          "a/**/c/**/e",
          "**a",
          "a**",
          "**a**",
          ".*",
          ".?",
          "*.*",
          "*a*b*",
          "*[!b]");

  @TempDir Path work;

  @Test
  void leavesOutWhatGitIgnores() throws IOException {
    expectSameAsGit(IGNORE_FILES);
  }

  @Test
  void leavesOutWhatGitIgnoresByRandomPatterns() throws IOException {
    Random random = new Random(20241107);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder();
      for (int lines = 1 + random.nextInt(3); lines > 0; lines--) {
        text.append(line(random)).append('\n');
      }
      texts.add(text.toString());
    }
    expectSameAsGit(texts);
  }

  @Test
  void scansWhatGitWouldAdd() throws IOException {
    ExternalTool git = ExternalTool.named("git");
    Path tree = Files.createDirectory(work.resolve("tree"));
    for (String file : FILES) {
      if (FILES.stream().noneMatch(other -> other.startsWith(file + "/"))) {
        Files.createDirectories(tree.resolve(file).getParent());
        Files.writeString(tree.resolve(file), file);
      }
    }
    String rules = "*.py\n!foo.py\n/foo/**/a\nb/\n!b/a\n[[:digit:]]\n";
    Files.writeString(tree.resolve(".mkfsdfuignore"), rules);
    assertThat(git.run(PLAIN_GIT, "init", "-q", tree).exit()).isZero();
    ExternalTool.Result others =
        git.run(
            PLAIN_GIT,
            "-C",
            tree,
            "ls-files",
            "-z",
            "--others",
            "--exclude-per-directory=.mkfsdfuignore");

    Set<String> expected = new LinkedHashSet<>(paths(others));
    expected.remove(".mkfsdfuignore");
    expected.remove("lib/__pycache__/m.pyc");
    assertThat(Trees.files(SourceTree.scan(SourceRequest.of(tree)).root()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** git joins two stars beside a fixed text to all that follows; its manual has them as one. */
  @Test
  void takesStarsBesideOtherCharactersAsOne() throws IOException {
    ExcludeRules excludes = rulesOf(Files.writeString(work.resolve("rules"), "x/foo**/bar\n"));
    assertThat(leftOut(excludes, "x/foolish/bar")).isTrue();
    assertThat(leftOut(excludes, "x/foolish/deep/bar")).isFalse();
  }

  /** git counts bytes, and has {@code ??} match it. */
  @Test
  void takesAnyCharacterAsOne() throws IOException {
    ExcludeRules excludes = rulesOf(Files.writeString(work.resolve("rules"), "?"));
    assertThat(leftOut(excludes, "\u00e9")).isTrue();
  }

  private static String line(Random random) {
    String[] pieces = {"a", "b", "foo", ".", "?", "[ab]", "[!a]", "\\a", "*", "[a-z]"};
    StringBuilder line = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
    line.append(random.nextInt(3) == 0 ? "/" : "");
    for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
      if (random.nextInt(4) == 0) {
        line.append("**");
      } else {
        String last = "";
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
          String piece = pieces[random.nextInt(pieces.length)];
          line.append(piece.equals("*") && last.equals("*") ? "b" : piece);
          last = piece;
        }
      }
      line.append(parts > 1 ? "/" : "");
    }
    return line.append(random.nextInt(5) == 0 ? "/" : "").toString();
  }

  /** Each text becomes the .gitignore of a directory of its own: one run of git answers for all. */
  private void expectSameAsGit(List<String> texts) throws IOException {
    ExternalTool git = ExternalTool.named("git");
    assertThat(git.run(PLAIN_GIT, "init", "-q", work).exit()).isZero();
    StringBuilder questions = new StringBuilder();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Path rules = Files.createDirectory(work.resolve("d" + i)).resolve(".gitignore");
      Files.writeString(rules, texts.get(i));
      ExcludeRules excludes = rulesOf(rules);
      for (String file : FILES) {
        questions.append("d" + i + "/" + file + "\0");
        if (leftOut(excludes, file)) {
          ours.add(shown(texts.get(i), file));
        }
      }
    }
    Path input = Files.writeString(work.resolve("questions"), questions);
    ExternalTool.Result result =
        ExternalTool.named("sh")
            .run(
                PLAIN_GIT,
                "-c",
                "cd \"$1\" && git check-ignore --no-index --stdin -z <\"$2\"",
                "sh",
                work,
                input);
    assertThat(result.err()).isEmpty();
    List<String> gits = new ArrayList<>();
    for (String path : paths(result)) {
      int slash = path.indexOf('/');
      int index = Integer.parseInt(path.substring(1, slash));
      gits.add(shown(texts.get(index), path.substring(slash + 1)));
    }
    assertThat(gits).hasSizeGreaterThan(texts.size());
    assertThat(ours).containsExactlyElementsOf(gits);
  }

  private static List<String> paths(ExternalTool.Result listing) {
    List<String> paths = new ArrayList<>(List.of(listing.out().split("\0", -1)));
    assertThat(paths.remove(paths.size() - 1)).as("each path ends in a zero byte").isEmpty();
    return paths;
  }

  private static String shown(String text, String file) {
    return "<" + text.replace("\n", "\\n").replace("\r", "\\r") + "> leaves out " + file;
  }

  private static ExcludeRules rulesOf(Path file) {
    Path none = Path.of("/nonexistent");
    return ExcludeRules.read(new SourceExcludes(false, List.of(file), List.of()), none);
  }

  private static boolean leftOut(ExcludeRules excludes, String file) {
    for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
      String directory = file.substring(0, slash);
      if (excludes.excluding(directory, nameOf(directory), true) != null) {
        return true;
      }
    }
    return excludes.excluding(file, nameOf(file), false) != null;
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
