package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out, as the command line says it. */
class ExcludesTest {
  @TempDir private Path folder;
  private Workbench bench;
  private Path output;

  @BeforeEach
  void fillAssets() {
    bench =
        new Workbench(folder)
            .file("main.py", 10)
            .file("img/logo.bmp", 10)
            .file("img/logo.psd", 10)
            .file("notes/todo.txt", 10)
            .file("keep.psd", 10);
    output = folder.resolve("fw.dfu");
  }

  @Test
  void followsTheFileInTheDirectoryAndLeavesItOut() {
    bench.write("assets/.mkfsdfuignore", "# sources\n*.psd\n!/keep.psd\nnotes/\n");

    assertThat(files()).containsExactly("img/", "img/logo.bmp", "keep.psd", "main.py");
  }

  @Test
  void followsFilesThatAreNamedAndThenPatterns() {
    Path first = bench.write("first", "*.psd\n/img/\n");
    Path second = bench.write("second", "!*.psd\n");

    assertThat(files("--exclude-from", first, "--exclude-from", second, "--exclude", "keep.psd"))
        .containsExactly("main.py", "notes/", "notes/todo.txt");
  }

  @Test
  void countsWhatIsLeftOutAndNamesItOnRequest() {
    bench.write("assets/.mkfsdfuignore", "\n*.psd\n");

    CommandRun run =
        CommandRun.of(
            bench.assets(), bench.firmware(), "--dry-run", "-v", "--exclude", "notes/todo.txt");

    assertThat(run.out())
        .contains("; 4 left out\n")
        .contains("left out: img/logo.psd (.mkfsdfuignore:2: *.psd)\n")
        .contains("left out: notes/todo.txt (--exclude notes/todo.txt)\n")
        .contains("left out: .mkfsdfuignore (default exclude .mkfsdfuignore)\n");
  }

  @Test
  void asksNoRuleAboutWhatIsAdded() {
    assertThat(
            files(
                "--exclude", "*.psd", "--add", bench.assets().resolve("keep.psd") + "=img/art.psd"))
        .contains("img/art.psd")
        .doesNotContain("keep.psd", "img/logo.psd");
  }

  @Test
  void refusesAFileOfPatternsThatIsNotThere() {
    CommandRun run =
        CommandRun.of(
            bench.assets(), bench.firmware(), "--exclude-from", folder.resolve("nothing"));

    assertThat(run.exit()).isEqualTo(66);
    assertThat(run.err()).contains("nothing: does not exist, a file of patterns is expected");
  }

  private List<String> files(Object... options) {
    List<Object> arguments =
        new ArrayList<>(List.of(bench.assets(), bench.firmware(), "-o", output));
    arguments.addAll(Arrays.asList(options));
    bench.pack(output, arguments.toArray());
    CommandRun run = CommandRun.of("extract", output, "-C", folder.resolve("out"));
    assertThat(run.exit()).as(run.err()).isZero();
    return List.copyOf(Workbench.tree(folder.resolve("out")).keySet());
  }
}
