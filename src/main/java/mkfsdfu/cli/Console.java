package mkfsdfu.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import mkfsdfu.error.Failure;

/**
 * Where a run speaks: results to stdout, everything else to stderr, each line escaped and behind
 * {@code mkfsdfu: }.
 *
 * @param out results
 * @param err warnings, notes and failures
 * @param environment the process environment
 * @param terminal whether stdout is a terminal
 */
record Console(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
  private static final String PREFIX = "mkfsdfu: ";

  /**
   * Tells whether to use colours: on a terminal, unless NO_COLOR is set to anything (no-color.org).
   */
  boolean colours() {
    String noColor = environment.get("NO_COLOR");
    return terminal && (noColor == null || noColor.isEmpty());
  }

  /** Prints one line of a result. */
  void line(String text) {
    out.println(Escape.text(text));
  }

  /** Prints a result for machines, in ASCII, so that no locale can spoil a name in it. */
  void json(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x7F) {
        ascii.append(c);
      } else {
        ascii.append(String.format("\\u%04x", (int) c));
      }
    }
    out.println(ascii);
  }

  /** Prints a note, a warning or a failure's line. */
  void say(String text) {
    err.println(PREFIX + Escape.text(text));
  }

  /** Prints a failure: its line, then its details. */
  void fail(Failure failure) {
    say(failure.getMessage());
    List<String> details = failure.details();
    for (int i = 0; i < details.size(); i++) {
      say("  " + details.get(i));
    }
  }
}
