package mkfsdfu.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with the launcher and what it looks at, of which a test may do as it likes. */
final class LauncherTree {
  private static final Path LAUNCHER = Path.of("mkfsdfu").toAbsolutePath();
  private static final Path JAR = Path.of("target/mkfsdfu.jar").toAbsolutePath();
  private static final Path BARE = Path.of("target/mkfsdfu-bare.jar").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 120;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  private LauncherTree(Path home) {
    this.home = home;
    // Empty counts as unset: the java on the PATH is meant.
    environment.put("JAVA_HOME", "");
  }

  /**
   * How a run ended.
   *
   * @param exit its exit code
   * @param out what it wrote to stdout
   * @param err what it wrote to stderr
   */
  record Run(int exit, String out, String err) {}

  /** A run under way, and the files that take its output. */
  record Started(Process process, Path out, Path err) {
    /** Waits for the end. */
    Run end() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("a run did not end");
      }
      Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    }
  }

  /** Copies the launcher, and sources for it to look at, into a new folder. */
  static LauncherTree in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("src/main/java/mkfsdfu/cli"));
    Files.copy(LAUNCHER, folder.resolve("mkfsdfu"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Files.writeString(folder.resolve("src/main/java/mkfsdfu/cli/Main.java"), "class Main {}");
    Path reader = folder.resolve("src/main/java/de/waldheinz/fs/fat/PlainReader.java");
    Files.createDirectories(reader.getParent());
    Files.writeString(reader, "class PlainReader {}");
    Files.createDirectories(folder.resolve("src/main/resources/mkfsdfu"));
    Files.writeString(folder.resolve("src/main/resources/mkfsdfu/version.txt"), "1");
    return new LauncherTree(folder.toRealPath());
  }

  /** Does the same, and copies the jars that the build made. */
  static LauncherTree withJarIn(Path folder) throws IOException {
    LauncherTree tree = in(folder);
    Files.createDirectory(tree.path("target"));
    Files.copy(JAR, tree.jar());
    Files.copy(BARE, tree.bareJar());
    return tree;
  }

  /** Moves the folder. */
  LauncherTree movedTo(Path folder) throws IOException {
    return new LauncherTree(Files.move(home, folder).toRealPath());
  }

  /** Sets a variable for the runs to come. */
  LauncherTree with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  Path path(String inside) {
    return home.resolve(inside);
  }

  Path jar() {
    return path("target/mkfsdfu.jar");
  }

  /** The jar without a manifest. */
  Path bareJar() {
    return path("target/mkfsdfu-bare.jar");
  }

  /** Returns the names in target/, sorted. */
  List<String> target() throws IOException {
    try (var entries = Files.list(path("target"))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /** Runs this tree's launcher in this tree, and waits for what it left working behind it. */
  Run run(Object... arguments) throws IOException, InterruptedException {
    Run run = start(home, path("mkfsdfu"), arguments).end();
    settle();
    return run;
  }

  /** Runs the jar without the launcher. */
  Run javaJar(Object... arguments) throws IOException, InterruptedException {
    List<Object> all = new ArrayList<>(List.of("-jar", JAR));
    all.addAll(List.of(arguments));
    return start(home, "java", all.toArray()).end();
  }

  /** Starts a program in a folder, with this tree's environment. */
  Started start(Path folder, Object program, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = Files.createTempFile("launcher", ".out");
    Path err = Files.createTempFile("launcher", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Started(builder.start(), out, err);
  }

  /** Waits until no run of this tree builds or makes an archive any more. */
  void settle() throws IOException, InterruptedException {
    // What a run leaves working behind it needs a moment to take the lock.
    Thread.sleep(200);
    for (int tenths = 0; Files.exists(path("target/lock"), LinkOption.NOFOLLOW_LINKS); tenths++) {
      if (tenths > PATIENCE_SECONDS * 10) {
        throw new AssertionError("the lock is never released: " + target());
      }
      Thread.sleep(100);
    }
  }
}
