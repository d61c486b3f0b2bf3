package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules of data, read by Python. */
class FreezeTest {
  private static final String CHECK =
      """
      import os, sys
      folder, name, tree = sys.argv[1:]
      sys.path.insert(0, folder)
      sys.dont_write_bytecode = True
      module = __import__(name)
      files = {}
      for parent, _, names in os.walk(tree):
          for file in names:
              path = os.path.join(parent, file)
              with open(path, "rb") as content:
                  files[os.path.relpath(path, tree)] = content.read()
      assert list(module.paths()) == sorted(files), list(module.paths())
      for path, content in files.items():
          assert type(module.read(path)) is bytes and module.read(path) == content, path
          assert type(module.view(path)) is memoryview and bytes(module.view(path)) == content
      for path in ["", "nothing", "zzz", "img", sorted(files)[0] + "x"] if files else ["", "a"]:
          try:
              module.read(path)
              raise AssertionError(path)
          except KeyError:
              pass
      # All of the data in one constant: that is what MicroPython leaves in flash.
      with open(os.path.join(folder, name + ".py")) as source:
          code = compile(source.read(), name, "exec")
      assert not files or any(type(c) is tuple and len(c) == 2 * len(files) for c in code.co_consts)
      print(len(files))
      """;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void makeAssets() throws IOException {
    bench = new Workbench(folder).directory("img");
    Files.createDirectories(bench.assets());
  }

  @Test
  void givesEveryFileToPython() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    bench.write("assets/all.bin", new String(all, StandardCharsets.ISO_8859_1));
    bench
        .file("img/logo.bmp", 20_000)
        .file("img/icons/on.565", 512)
        .file("img.txt", 93)
        .file("Z", 1)
        .file("empty", 0)
        .file("quote'\"\\.txt", 7)
        .file("caf\u00e9-\ud83c\udf75.txt", 9);

    assertThat(filesSeen()).isEqualTo(8);
  }

  @Test
  void givesNothingOfNothing() {
    assertThat(filesSeen()).isZero();
  }

  @Test
  void writesAsciiInShortLines() throws IOException {
    bench.file("data", 5000).file("caf\u00e9", 10);
    freeze();

    String text = Files.readString(folder.resolve("module.py"), StandardCharsets.US_ASCII);

    assertThat(text).contains("\"caf\\u00e9\",\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void saysHowToFreezeItWhateverTheFolderIsCalled() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("q\"e\\r"));

    assertThat(CommandRun.of("freeze", bench.assets(), "-o", odd.resolve("module.py")).out())
        .endsWith("freeze(\"" + folder + "/q\\\"e\\\\r\", \"module.py\")\n");
  }

  @Test
  void makesTheSameAgainAndSaysHowToFreezeIt() throws IOException {
    bench.file("data", 5000);
    CommandRun run = freeze();
    byte[] first = Workbench.bytes(folder.resolve("module.py"));
    freeze();

    assertThat(Workbench.bytes(folder.resolve("module.py"))).isEqualTo(first);
    assertThat(run.out())
        .isEqualTo(
            folder.resolve("module.py")
                + ": 1 file, 4.9 KiB\nin the manifest: freeze(\""
                + folder
                + "\", \"module.py\")\n");
  }

  @Test
  void leavesOutWhatIsExcluded() throws IOException {
    bench.file("a.psd", 10).file("a.bmp", 10).file(".DS_Store", 5);
    bench.write("assets/.mkfsdfuignore", "*.psd\n");
    freeze();

    assertThat(Files.readString(folder.resolve("module.py")))
        .contains("\"a.bmp\"")
        .doesNotContain("psd")
        .doesNotContain("DS_Store");
  }

  @ParameterizedTest
  @CsvSource({"assets.txt", "my-assets.py", "1st.py", ".py", "class.py", "None.py"})
  void wantsANameThatCanBeImported(String name) {
    CommandRun run = CommandRun.of("freeze", bench.assets(), "-o", folder.resolve(name));

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("'" + name + "' is no module that Python can import");
  }

  @Test
  void wantsAnOutput() {
    assertThat(CommandRun.of("freeze", bench.assets()).err())
        .isEqualTo("mkfsdfu: --output: is missing; give -o module.py\n");
  }

  private CommandRun freeze() {
    CommandRun run = CommandRun.of("freeze", bench.assets(), "-o", folder.resolve("module.py"));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private int filesSeen() {
    freeze();
    bench.write("check.py", CHECK);
    ExternalTool.Result result =
        ExternalTool.named("python3")
            .run(folder.resolve("check.py"), folder, "module", bench.assets());
    assertThat(result.exit()).as(result.err()).isZero();
    return Integer.parseInt(result.out().trim());
  }
}
