package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.Readme;
import mkfsdfu.testing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows happens when it is typed. */
class ReadmeIT {
  @TempDir Path folder;

  static List<Readme.Example> examples() {
    return Readme.examples().stream().filter(Readme.Example::isOurs).toList();
  }

  /** Makes a folder with everything that the README speaks of. */
  @BeforeEach
  void prepare() throws IOException {
    Path assets = Path.of("testdata", "assets");
    Path firmware = Path.of("testdata", "firmware.dfu");
    for (String copy : List.of("assets", "testdata/assets")) {
      copy(assets, folder.resolve(copy));
    }
    Files.copy(firmware, folder.resolve("firmware.dfu"));
    Files.copy(firmware, folder.resolve("testdata/firmware.dfu"));
    Files.write(folder.resolve("sprites.bin"), new byte[200_000]);
    Path launcher = folder.resolve("mkfsdfu");
    Files.writeString(
        launcher, "#!/bin/sh\nexec '" + String.join("' '", Tool.command()) + "' \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyCommandDoesWhatIsShown(Readme.Example example) {
    String path = folder + ":" + System.getenv("PATH");

    ExternalTool.Result result =
        ExternalTool.runIn(folder, Map.of("PATH", path), List.of("sh", "-c", example.line()));

    assertThat(result.exit()).as(result.err()).isZero();
    if (example.output() != null) {
      assertThat(result.err() + result.out()).isEqualTo(example.output());
    }
  }

  @Test
  void commandsStandInConsoleBlocksWithAPrompt() {
    assertThat(Readme.hiddenCommands()).isEmpty();
    assertThat(examples()).hasSizeGreaterThan(4);
  }

  @Test
  void blocksOfPythonArePython() throws IOException {
    List<String> blocks = Readme.pythonBlocks();
    assertThat(blocks).hasSizeGreaterThan(5);
    for (String block : blocks) {
      Path file = Files.writeString(folder.resolve("block.py"), block);

      ExternalTool.Result result =
          ExternalTool.named("python3")
              .run("-c", "import sys; compile(open(sys.argv[1]).read(), 'block', 'exec')", file);

      assertThat(result.exit()).as(block + result.err()).isZero();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }
}
