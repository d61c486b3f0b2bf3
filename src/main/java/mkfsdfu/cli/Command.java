package mkfsdfu.cli;

import mkfsdfu.error.ExitCode;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
interface Command {
  /** Fills in what the command takes. */
  void describe(CommandForm form);

  /**
   * Runs the command.
   *
   * @param parsed what picocli made of the arguments
   * @throws mkfsdfu.error.Failure if it cannot be done
   */
  ExitCode run(ParseResult parsed);
}
