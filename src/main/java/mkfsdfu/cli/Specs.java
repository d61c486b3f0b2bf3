package mkfsdfu.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.UsageFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options the way all commands have them. Values stay text until the command reads them: so a bad
 * one gets the same kind of message everywhere.
 */
final class Specs {
  private Specs() {}

  /** Makes a command with its synopsis and one line of description. */
  static CommandSpec command(String synopsis, String... description) {
    // No text has ${variables}: looking for them in all texts at every question costs 10 ms.
    CommandSpec spec = CommandSpec.create().name("mkfsdfu").interpolateVariables(false);
    spec.usageMessage()
        .customSynopsis("mkfsdfu " + synopsis)
        .description(description)
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .width(100);
    return spec;
  }

  /** An option without a value. */
  static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names).arity("0").type(boolean.class).description(description);
  }

  /** An option with one value. */
  static OptionSpec.Builder value(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .arity("1")
        .paramLabel(label)
        .type(String.class)
        .description(description);
  }

  /** An option with one value that may be given several times. */
  static OptionSpec.Builder values(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .arity("1")
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }

  /** A parameter that must be given. */
  static PositionalParamSpec parameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(index))
        .arity("1")
        .required(true)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** A parameter that may be left out. */
  static PositionalParamSpec optionalParameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(index))
        .arity("0..1")
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

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
    throw new UsageFailure(option, "the path is empty", "name a file");
  }
}
