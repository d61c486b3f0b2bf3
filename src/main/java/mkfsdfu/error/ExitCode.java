package mkfsdfu.error;

/**
 * How a run ended: 0 and 1 as with {@code diff}, the rest from sysexits.h, as {@code dfu-util} uses
 * them.
 */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** Differences or damage were found, and nothing went wrong in finding them. */
  DIFFERENT(1),
  /** EX_USAGE: the command line asks for what cannot be. */
  USAGE(64),
  /** EX_DATAERR: an input is not usable. */
  DATA(65),
  /** EX_NOINPUT: an input is missing or unreadable. */
  NO_INPUT(66),
  /** EX_SOFTWARE: a bug of ours. */
  INTERNAL(70),
  /** EX_CANTCREAT: the output cannot be opened or moved into place. */
  CANNOT_CREATE(73),
  /** EX_IOERR: writing, syncing, or a file that changed while it was read. */
  IO(74);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** Returns the exit status of the process, 0 to 74. */
  public int status() {
    return status;
  }
}
