package mkfsdfu.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import picocli.CommandLine.ParseResult;

/**
 * What was given for options and parameters. It stays text until the command reads it: so a bad one
 * gets the same kind of message everywhere.
 */
final class Values {
  private Values() {}

  /** Returns an option's value, or null if it was not given. */
  static String text(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, (String) null);
  }

  /** Returns a repeatable option's values; none if it was not given. */
  static List<String> texts(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, List.of());
  }

  /** Returns a parameter, or null if it was left out. */
  static String parameter(ParseResult parsed, int index) {
    return parsed.matchedPositionalValue(index, (String) null);
  }

  /** Returns an option's value as a path, or null if it was not given. */
  static Path path(ParseResult parsed, String option) {
    String text = text(parsed, option);
    return text == null ? null : path(option, text);
  }

  /**
   * Reads a path.
   *
   * @throws UsageFailure if it cannot be one, as with a NUL in it
   */
  static Path path(String option, String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new UsageFailure(option, "'" + text + "' is no path: " + e.getReason(), "");
    }
    throw new UsageFailure(option, "the path is empty", "name a file or a directory");
  }
}
