package mkfsdfu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example application is what its README says, and would run. */
class AssetsTest {
  private static final Path ASSETS = Path.of("testdata/assets");

  private static final String COMPILE =
      """
      import sys
      for path in sys.argv[1:]:
          with open(path) as file:
              compile(file.read(), path, "exec")
      """;

  private static final String DESCRIBE_SOUNDS =
      """
      import sys, wave
      for path in sys.argv[1:]:
          with wave.open(path) as sound:
              print(sound.getframerate(), sound.getsampwidth(), sound.getnchannels())
      """;

  @TempDir Path folder;

  @Test
  void isMadeOf37FilesWithNamesThatABoardCanList() throws IOException {
    assertThat(files("")).hasSize(37).allMatch(file -> file.toString().matches("[ -~]+"));
  }

  @Test
  void holdsWhatItsGeneratorMakes() throws IOException {
    ExternalTool.Result result =
        ExternalTool.named("python3").run("testdata/make/assets.py", folder);

    assertThat(result.exit()).as(result.err()).isZero();
    List<Path> committed = files("bmp", "565", "fnt", "wav");
    assertThat(committed).hasSize(13);
    for (Path file : committed) {
      assertThat(folder.resolve(ASSETS.relativize(file))).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void isValidPython() throws IOException {
    ExternalTool.Result result = python(COMPILE, files("py"));

    assertThat(result.exit()).as(result.err()).isZero();
  }

  @Test
  void holdsSoundsThatItsPlayerTakes() throws IOException {
    ExternalTool.Result result = python(DESCRIBE_SOUNDS, files("wav"));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo("8000 1 1\n".repeat(3));
  }

  @Test
  void namesTheGongInFlashAsTheFileIs() throws IOException {
    long bytes = Files.size(ASSETS.resolve("snd/gong.wav"));

    assertThat(ASSETS.resolve("settings.json"))
        .content()
        .contains("\"snd/gong.wav\": [\"0x080e0000\", " + bytes + ", \"RIFF\"]");
  }

  private static ExternalTool.Result python(String script, List<Path> files) {
    Object[] arguments = new Object[2 + files.size()];
    arguments[0] = "-c";
    arguments[1] = script;
    System.arraycopy(files.toArray(), 0, arguments, 2, files.size());
    return ExternalTool.named("python3").run(arguments);
  }

  private static List<Path> files(String... extensions) throws IOException {
    try (Stream<Path> all = Files.walk(ASSETS)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Arrays.stream(extensions).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
