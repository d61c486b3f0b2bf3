package mkfsdfu.cli;

import java.io.PrintStream;
import java.util.Map;
import mkfsdfu.error.ExitCode;
import mkfsdfu.error.Failure;
import mkfsdfu.error.IoFailure;
import picocli.CommandLine.ParseResult;

/**
 * Entry point: runs one command and turns whatever happens into one clear line and an exit code.
 */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    FirstChecksum.begin();
    // The launcher knows: since JDK 22 System.console() no longer tells whether stdout is a
    // terminal.
    boolean terminal = Boolean.getBoolean("mkfsdfu.terminal");
    // It also knows whether the environment says anything to us; reading that takes Java 0.3 ms.
    boolean plain = Boolean.getBoolean("mkfsdfu.plain");
    Map<String, String> environment = plain ? Map.of() : System.getenv();
    int status = run(args, environment, System.out, System.err, terminal);
    // Returning is cheaper than exiting, and means 0.
    if (status != ExitCode.OK.status()) {
      System.exit(status);
    }
  }

  /**
   * Runs one command.
   *
   * @param args the arguments after the program's name
   * @param environment the process environment
   * @param out stdout
   * @param err stderr
   * @param terminal whether stdout is a terminal
   * @return the exit code, one of {@link ExitCode}
   */
  static int run(
      String[] args,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      boolean terminal) {
    Console console = new Console(out, err, environment, terminal);
    boolean debug = false;
    try {
      Commands commands = new Commands(console);
      ParseResult parsed = commands.parse(args);
      debug = Commands.debug(parsed);
      int status = commands.run(parsed).status();
      if (out.checkError()) {
        throw new IoFailure("stdout", "cannot be written", "check where it leads");
      }
      return status;
    } catch (Failure e) {
      console.fail(e);
      return shown(e, debug, err, e.exitCode());
    } catch (OutOfMemoryError e) {
      console.say("not enough memory; give the JVM more: JAVA_TOOL_OPTIONS=-Xmx2g");
      return shown(e, debug, err, ExitCode.INTERNAL);
    } catch (RuntimeException | StackOverflowError e) {
      console.say("a bug of ours: " + e + "; please report it with the trace that --debug prints");
      return shown(e, debug, err, ExitCode.INTERNAL);
    }
  }

  private static int shown(Throwable e, boolean debug, PrintStream err, ExitCode code) {
    if (debug) {
      e.printStackTrace(err);
    }
    return code.status();
  }
}
