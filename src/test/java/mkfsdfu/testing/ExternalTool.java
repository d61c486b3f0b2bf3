package mkfsdfu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that we did not write, to test against. Where it is missing, the test is skipped with a
 * word; in CI it fails.
 */
public final class ExternalTool {
  private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/sbin");

  private final String program;

  private ExternalTool(String program) {
    this.program = program;
  }

  /**
   * How a program ended.
   *
   * @param exit its exit code
   * @param out what it wrote to stdout, as UTF-8
   * @param err what it wrote to stderr, as UTF-8
   */
  public record Result(int exit, String out, String err) {}

  /** Returns the program, or ends the test if it is not installed. */
  public static ExternalTool named(String name) {
    List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
    folders.addAll(MORE_FOLDERS);
    for (String folder : folders) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return new ExternalTool(candidate.toString());
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(name + " is missing; in CI every tool must be there");
    }
    Assumptions.abort(name + " is not installed: skipped");
    throw new AssertionError("unreachable");
  }

  /** Runs it without input and returns how it ended. */
  public Result run(Object... arguments) {
    return run(Map.of(), arguments);
  }

  /** Runs it without input, with more environment, and returns how it ended. */
  public Result run(Map<String, String> environment, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return runIn(Path.of(""), environment, command);
  }

  /** Runs a command in a folder, without input and with more environment. */
  public static Result runIn(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("tool", ".out");
      Path err = Files.createTempFile("tool", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(command + " did not end");
        }
        return new Result(process.exitValue(), text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
