package mkfsdfu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of the README, and of the page on assets. In blocks marked {@code console} a line
 * that begins with {@code $ } is a command, and the lines up to the next one are all that it
 * prints. A command may also stand in a sentence or a table, in backticks.
 */
public final class Readme {
  private static final Path FILE = Path.of("README.md");
  private static final Path ASSETS = Path.of("docs", "assets.md");
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";
  private static final Pattern INLINE = Pattern.compile("`((?:\\./)?mkfsdfu [^`]+)`");
  private static final Pattern OURS = Pattern.compile("(\\./)?mkfsdfu( .*)?");

  private Readme() {}

  /**
   * A command that is shown.
   *
   * @param line what is typed
   * @param output what is printed; null if that is not shown
   */
  public record Example(String line, String output) {
    /** Tells whether it runs the tool; other programs are named, and not run. */
    public boolean isOurs() {
      return OURS.matcher(line).matches();
    }

    @Override
    public String toString() {
      return line;
    }
  }

  public static String text() {
    return text(FILE);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the commands in blocks and in sentences, in their order. */
  public static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    String block = null;
    for (String line : lines()) {
      if (line.startsWith(FENCE)) {
        block = block == null ? line.substring(FENCE.length()) : null;
      } else if (block == null) {
        for (Matcher inline = INLINE.matcher(line); inline.find(); ) {
          examples.add(new Example(inline.group(1), null));
        }
      } else if (block.equals("console")) {
        addConsoleLine(examples, line);
      }
    }
    return examples;
  }

  /** Returns lines of blocks that look like a command and would not be run as one. */
  public static List<String> hiddenCommands() {
    List<String> hidden = new ArrayList<>();
    boolean inside = false;
    for (String line : lines()) {
      if (line.startsWith(FENCE)) {
        inside = !inside;
      } else if (inside && OURS.matcher(line).matches()) {
        hidden.add(line);
      }
    }
    return hidden;
  }

  /** Returns the blocks of Python. */
  public static List<String> pythonBlocks() {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : lines()) {
      if (line.equals(FENCE + "python")) {
        block = new StringBuilder();
      } else if (line.equals(FENCE) && block != null) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  private static List<String> lines() {
    return (text(FILE) + "\n" + text(ASSETS)).lines().toList();
  }

  private static void addConsoleLine(List<Example> examples, String line) {
    if (line.startsWith(PROMPT)) {
      examples.add(new Example(line.substring(PROMPT.length()), ""));
    } else {
      Example last = examples.remove(examples.size() - 1);
      examples.add(new Example(last.line(), last.output() + line + "\n"));
    }
  }
}
