package mkfsdfu.cli;

import java.util.List;
import java.util.Locale;
import mkfsdfu.error.UsageFailure;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what picocli says of a command line that does not fit. */
final class ParseFailures {
  private ParseFailures() {}

  /**
   * Returns the failure.
   *
   * @param help the command that shows what does fit
   */
  static UsageFailure of(ParameterException cause, String help) {
    String what = firstLine(cause);
    String remedy = "see " + help;
    if (cause instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      List<String> near = unmatched.getSuggestions();
      // Behind "--" even the name of an option is an argument.
      boolean option = unmatched.isUnknownOption() && !near.contains(argument);
      what = (option ? "unknown option " : "one argument too many: ") + "'" + argument + "'";
      if (option && !near.isEmpty()) {
        remedy = "did you mean " + near.get(0) + "? " + remedy;
      }
    }
    return new UsageFailure("", what, remedy, List.of(), cause);
  }

  /** Further lines would list possible solutions; messages of ours begin in lower case. */
  private static String firstLine(ParameterException cause) {
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
