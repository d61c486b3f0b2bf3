package mkfsdfu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The finished tool, run as a process: the jar that the build makes. */
public final class Tool {
  private static final Path JAR = Path.of("target", "mkfsdfu.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private Tool() {}

  /** Returns the words of a command line: java, its jar, and the arguments. */
  public static List<String> command(Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** Runs it in a folder and returns how it ended. */
  public static ExternalTool.Result run(Path folder, Object... arguments) {
    return run(folder, Map.of(), arguments);
  }

  /** Runs it in a folder with more environment and returns how it ended. */
  public static ExternalTool.Result run(
      Path folder, Map<String, String> environment, Object... arguments) {
    return ExternalTool.runIn(folder, environment, command(arguments));
  }

  /**
   * Runs it from a line of shell, in which {@code "$@"} stands for it and its arguments: {@code
   * ulimit -f 8; exec "$@"}.
   */
  public static ExternalTool.Result shell(Path folder, String line, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", line, "sh"));
    command.addAll(command(arguments));
    return ExternalTool.runIn(folder, Map.of(), command);
  }

  /** Starts it in a folder and returns the running process, whose output nobody reads. */
  public static Process start(Path folder, Object... arguments) {
    try {
      return new ProcessBuilder(command(arguments))
          .directory(folder.toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
