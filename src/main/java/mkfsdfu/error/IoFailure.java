package mkfsdfu.error;

import java.util.List;

/** Writing or syncing failed, or a file changed while it was read. */
public final class IoFailure extends Failure {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure of one line.
   *
   * @param where the file and the place in it, or the option; may be empty
   * @param what what was found, and what was expected
   * @param remedy what to do; may be empty
   */
  public IoFailure(String where, String what, String remedy) {
    this(where, what, remedy, List.of(), null);
  }

  /**
   * Makes a failure with further lines or a cause.
   *
   * @param where the file and the place in it, or the option; may be empty
   * @param what what was found, and what was expected
   * @param remedy what to do; may be empty
   * @param details further lines; may be empty
   * @param cause what {@code --debug} shows; may be null
   */
  public IoFailure(
      String where, String what, String remedy, List<String> details, Throwable cause) {
    super(ExitCode.IO, where, what, remedy, details, cause);
  }
}
