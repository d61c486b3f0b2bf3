package mkfsdfu.cli;

import mkfsdfu.error.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
interface Command {
  /** Returns the command's options and parameters. */
  CommandSpec spec();

  /**
   * Runs the command.
   *
   * @param parsed what picocli made of the arguments
   * @throws mkfsdfu.error.Failure if it cannot be done
   */
  ExitCode run(ParseResult parsed);
}
