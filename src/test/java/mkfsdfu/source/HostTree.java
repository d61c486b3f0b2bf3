package mkfsdfu.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import mkfsdfu.testing.ExternalTool;

/** A directory on the host that a test fills and scans. */
record HostTree(Path root) {
  HostTree {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that holds its own path. */
  Path file(String path) {
    return file(path, path);
  }

  Path file(String path, String content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      return Files.writeString(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory(String path) {
    try {
      return Files.createDirectories(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path link(String path, String target) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      return Files.createSymbolicLink(root.resolve(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path pipe(String path) {
    Path pipe = root.resolve(path);
    ExternalTool.Result made = ExternalTool.named("mkfifo").run(pipe);
    if (made.exit() != 0) {
      throw new AssertionError(made.err());
    }
    return pipe;
  }

  /** Sets a modification time, and returns it in seconds. */
  long time(String path, String instant) {
    try {
      Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.parse(instant)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Instant.parse(instant).getEpochSecond();
  }

  SourceTree scan() {
    return SourceTree.scan(SourceRequest.of(root));
  }

  SourceTree scan(String... excludes) {
    return scan(new SourceExcludes(true, List.of(), List.of(excludes)));
  }

  SourceTree scan(SourceExcludes excludes) {
    return SourceTree.scan(new SourceRequest(root, List.of(), excludes, Timestamps.SOURCE));
  }

  SourceTree scan(Timestamps timestamps) {
    return SourceTree.scan(new SourceRequest(root, List.of(), SourceExcludes.DEFAULT, timestamps));
  }

  SourceTree scanWith(SourceAddition... additions) {
    return SourceTree.scan(
        new SourceRequest(root, List.of(additions), SourceExcludes.DEFAULT, Timestamps.SOURCE));
  }
}
