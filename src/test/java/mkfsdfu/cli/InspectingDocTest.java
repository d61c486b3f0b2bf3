package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mkfsdfu.fat.Rule;
import mkfsdfu.fat.Severity;
import mkfsdfu.inspect.FileRule;
import mkfsdfu.testing.TestVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/inspecting.md shows happens when it is typed, and docs/json.md names every rule. */
class InspectingDocTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-03-04T05:06:08Z"));
  private static final Path ASSETS = Path.of("testdata/assets");
  private static final String FIRMWARE = "testdata/firmware.dfu";
  private static final String PROMPT = "$ mkfsdfu ";

  @TempDir Path folder;

  private record Example(List<String> arguments, String output) {}

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String block : Files.readString(Path.of("docs/inspecting.md")).split("```", -1)) {
      if (block.startsWith("console\n" + PROMPT)) {
        String text = block.substring("console\n".length() + PROMPT.length());
        int end = text.indexOf('\n');
        examples.add(
            new Example(List.of(text.substring(0, end).split(" ", -1)), text.substring(end + 1)));
      }
    }
    return examples;
  }

  /** The folder that the page speaks of: a file, what it was made from, and what became of it. */
  private void prepare() throws IOException {
    Path assets = folder.resolve("assets");
    try (Stream<Path> all = Files.walk(ASSETS)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = assets.resolve(ASSETS.relativize(path).toString());
        Files.copy(path, copy);
        Files.setLastModifiedTime(copy, TIME);
      }
    }
    Path fw = folder.resolve("fw.dfu");
    CommandRun.of(assets, FIRMWARE, "-o", fw);
    byte[] damaged = Files.readAllBytes(fw);
    damaged[TestVolume.find(damaged, "MAIN    PY ") + 26] = (byte) 0xB0;
    Files.write(folder.resolve("returned.dfu"), damaged);
  }

  /** What was changed before the new file was made. */
  private void change() throws IOException {
    Path assets = folder.resolve("assets");
    Path splash = assets.resolve("img/splash.bmp");
    Files.write(assets.resolve("main.py"), "print(\"new\")\n".getBytes(StandardCharsets.US_ASCII));
    Files.delete(assets.resolve("teas/assam.json"));
    CommandRun.of(assets, FIRMWARE, "-o", folder.resolve("new.dfu"), "-b", "0x080c0000:" + splash);
  }

  @Test
  void everyExampleDoesWhatIsShown() throws IOException {
    prepare();
    List<Example> examples = examples();
    assertThat(examples).hasSize(5);
    for (Example example : examples) {
      if (example.arguments().contains("new.dfu")) {
        change();
      }
      Object[] arguments = example.arguments().toArray();
      for (int i = 0; i < arguments.length; i++) {
        String text = (String) arguments[i];
        boolean file = text.endsWith(".dfu") || text.equals("out") || text.equals("assets");
        arguments[i] = file ? folder.resolve(text) : text;
      }

      CommandRun run = CommandRun.of(arguments);

      assertThat((run.err() + run.out()).replace(folder + "/", "")).isEqualTo(example.output());
    }
  }

  @Test
  void everyRuleIsNamed() throws IOException {
    List<String> expected = new ArrayList<>();
    for (FileRule rule : FileRule.values()) {
      expected.add(row(rule.id(), rule.severity(), rule.boardDoes()));
    }
    for (Rule rule : Rule.values()) {
      expected.add(row(rule.id(), rule.severity(), rule.boardDoes()));
    }

    assertThat(Files.readAllLines(Path.of("docs/json.md")))
        .filteredOn(line -> line.matches("\\| `[a-z0-9-]+` \\| (error|warning) \\| .*"))
        .containsExactlyElementsOf(expected);
  }

  private static String row(String id, Severity severity, String boardDoes) {
    return "| `"
        + id
        + "` | "
        + severity.name().toLowerCase(Locale.ROOT)
        + " | "
        + boardDoes
        + " |";
  }
}
