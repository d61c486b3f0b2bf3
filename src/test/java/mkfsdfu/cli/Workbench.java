package mkfsdfu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with a directory to pack and a firmware.
 *
 * @param folder where it is
 */
record Workbench(Path folder) {
  /** What is packed unless a test says otherwise: an odd second, which FAT cannot hold. */
  static final Instant TIME = Instant.parse("2024-05-06T07:08:11.5Z");

  private static final Path FIRMWARE = Path.of("testdata", "firmware.dfu");

  /** Returns the directory to pack. */
  Path assets() {
    return folder.resolve("assets");
  }

  /** Returns a copy of the pyboard's firmware. */
  Path firmware() {
    Path copy = folder.resolve("firmware.dfu");
    try {
      if (!Files.exists(copy)) {
        Files.copy(FIRMWARE, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Puts a file of random bytes, which depend on its path alone, into the directory. */
  Workbench file(String path, int bytes) {
    byte[] content = new byte[bytes];
    new Random(path.hashCode()).nextBytes(content);
    write(assets().resolve(path), content);
    return this;
  }

  /** Puts an empty directory into the directory. */
  Workbench directory(String path) {
    try {
      Files.createDirectories(assets().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes a file anywhere in the folder. */
  Path write(String path, String content) {
    return write(folder.resolve(path), content.getBytes(StandardCharsets.UTF_8));
  }

  private static Path write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return Files.setLastModifiedTime(file, FileTime.from(TIME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the tool, which must succeed, and returns the bytes of the file that it wrote. */
  byte[] pack(Path output, Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    if (run.exit() != 0) {
      throw new AssertionError(run.err());
    }
    return bytes(output);
  }

  /** Returns the volume at the end of a file that holds it as its last element, as a file. */
  Path volumeOf(Path dfu, int volumeBytes) {
    byte[] file = bytes(dfu);
    int end = file.length - 16;
    return write(
        path(dfu.getFileName() + ".img"), Arrays.copyOfRange(file, end - volumeBytes, end));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all files below a directory with their content; directories end in a slash. */
  static Map<String, String> tree(Path directory) {
    Map<String, String> tree = new TreeMap<>();
    for (Path path : below(directory)) {
      String name = directory.relativize(path).toString();
      if (Files.isDirectory(path)) {
        tree.put(name + "/", "");
      } else {
        tree.put(name, new String(bytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return tree;
  }

  /** Returns the modification times of all files below a directory, in seconds, as FAT has them. */
  static Map<String, Long> times(Path directory) {
    Map<String, Long> times = new HashMap<>();
    for (Path path : below(directory)) {
      try {
        if (!Files.isDirectory(path)) {
          long seconds = Files.getLastModifiedTime(path).toInstant().getEpochSecond();
          times.put(directory.relativize(path).toString(), seconds & ~1);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return times;
  }

  /** Returns the names of all files in the folder, those that begin with a dot among them. */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> !path.equals(directory)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
