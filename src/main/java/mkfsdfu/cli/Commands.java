package mkfsdfu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mkfsdfu.error.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * All commands. The first argument names one, and only that one is built; without a name it is the
 * packing. A directory named like a command is given as {@code ./info}.
 */
final class Commands {
  private static final String DEBUG = "--debug";

  private final Console console;
  private CommandLine line;
  private Command command;

  Commands(Console console) {
    this.console = console;
    // There are no closures here, and looking for the class of them costs 2 ms.
    System.setProperty("picocli.disable.closures", "true");
  }

  /**
   * Parses the arguments of the command that they name.
   *
   * @throws mkfsdfu.error.UsageFailure if they do not fit the command
   * @throws mkfsdfu.error.NoInputFailure if a file of arguments cannot be read
   */
  ParseResult parse(String[] args) {
    String[] rest = ArgumentFiles.expand(args);
    String help = "mkfsdfu --help";
    command = rest.length == 0 ? null : named(rest[0]);
    if (command == null) {
      command = new PackCommand(console);
    } else {
      help = "mkfsdfu " + rest[0] + " --help";
      rest = Arrays.copyOfRange(rest, 1, rest.length);
    }
    CommandForm form = new CommandForm();
    command.describe(form);
    form.flag("Show where a failure came from.", DEBUG);
    form.help("Show this help.", "-h", "--help");
    form.version("Show the version.", "-V", "--version");
    line = new CommandLine(form.spec()).setExpandAtFiles(false);
    try {
      return line.parseArgs(rest);
    } catch (ParameterException e) {
      throw ParseFailures.of(e, help);
    }
  }

  /** Runs the parsed command, or shows its help. */
  ExitCode run(ParseResult parsed) {
    if (parsed.isUsageHelpRequested()) {
      line.usage(console.out(), console.colours() ? Ansi.ON : Ansi.OFF);
      return ExitCode.OK;
    }
    if (parsed.isVersionHelpRequested()) {
      console.line("mkfsdfu " + version());
      return ExitCode.OK;
    }
    return command.run(parsed);
  }

  private static String version() {
    try (InputStream text = Commands.class.getResourceAsStream("/mkfsdfu/version.txt")) {
      return text == null
          ? "(not run from its jar)"
          : new String(text.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether traces are wanted. */
  static boolean debug(ParseResult parsed) {
    return parsed.hasMatchedOption(DEBUG);
  }

  private Command named(String name) {
    return switch (name) {
      case "boards" -> new BoardsCommand(console);
      case "freeze" -> new FreezeCommand(console);
      case "info" -> new InfoCommand(console);
      case "ls" -> new LsCommand(console);
      case "tree" -> new TreeCommand(console);
      case "cat" -> new CatCommand(console);
      case "extract" -> new ExtractCommand(console);
      case "verify" -> new VerifyCommand(console);
      case "diff" -> new DiffCommand(console);
      default -> null;
    };
  }
}
