package mkfsdfu.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line within this process.
 *
 * @param exit the exit code
 * @param out what it printed
 * @param err what it said to stderr
 */
record CommandRun(int exit, String out, String err) {
  /** Runs the arguments with an empty environment; each is taken by its text. */
  static CommandRun of(Object... arguments) {
    return with(Map.of(), false, arguments);
  }

  /** Runs the arguments with an environment, and with stdout a terminal or none. */
  static CommandRun with(Map<String, String> environment, boolean terminal, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal);
    return new CommandRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns the lines that it said to stderr. */
  List<String> errLines() {
    return err.lines().toList();
  }
}
