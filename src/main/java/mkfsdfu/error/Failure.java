package mkfsdfu.error;

import java.util.List;

/**
 * What ends a run: which input or place, what was found and what was expected, how to mend it, and
 * the exit code.
 *
 * <p>The message is one line, {@code where: what; remedy}. Details, where there are any, are
 * further lines that list what the first one counts.
 */
public abstract sealed class Failure extends RuntimeException
    permits UsageFailure,
        DataFailure,
        NoInputFailure,
        InternalFailure,
        CannotCreateFailure,
        IoFailure {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final transient List<String> details;

  Failure(
      ExitCode exitCode,
      String where,
      String what,
      String remedy,
      List<String> details,
      Throwable cause) {
    super(line(where, what, remedy), cause);
    this.exitCode = exitCode;
    this.details = List.copyOf(details);
  }

  private static String line(String where, String what, String remedy) {
    String place = where.isEmpty() ? "" : where + ": ";
    return remedy.isEmpty() ? place + what : place + what + "; " + remedy;
  }

  /** Returns how the process ends. */
  public final ExitCode exitCode() {
    return exitCode;
  }

  /** Returns the lines that follow the message, in order; often none. */
  public final List<String> details() {
    return details;
  }
}
