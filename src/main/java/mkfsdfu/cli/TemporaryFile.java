package mkfsdfu.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of our own that takes another one's place once it is whole. Unless that happens it is
 * removed, also by a run that is interrupted; only one that is killed outright leaves it behind.
 */
final class TemporaryFile implements AutoCloseable {
  /** Names tried: another run may be under way, and a killed one may have left its file. */
  private static final int MOST_NAMES = 1000;

  private final Path path;
  private final FileChannel channel;
  private final Thread removal;

  private TemporaryFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.removal = new Thread(new Removal(path));
    try {
      Runtime.getRuntime().addShutdownHook(removal);
    } catch (IllegalStateException e) {
      close();
      throw new IOException("the run was interrupted", e);
    }
  }

  /** Makes an empty file beside another one, so that both are on the same disk. */
  static TemporaryFile beside(Path target) throws IOException {
    String start = "." + target.getFileName();
    for (int i = 0; ; i++) {
      Path path = target.resolveSibling(start + (i == 0 ? ".tmp" : "-" + i + ".tmp"));
      try {
        return new TemporaryFile(
            path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      } catch (FileAlreadyExistsException e) {
        if (i == MOST_NAMES) {
          throw e;
        }
      }
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Takes the target's place in one step. */
  void moveTo(Path target) throws IOException {
    channel.close();
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes the file, if it has not been moved. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What matters was synced before the move; otherwise the file goes.
    }
    new Removal(path).run();
    try {
      Runtime.getRuntime().removeShutdownHook(removal);
    } catch (IllegalStateException e) {
      // The JVM is shutting down already and runs the hook itself.
    }
  }

  private record Removal(Path path) implements Runnable {
    @Override
    public void run() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // The run ends with its own failure; a file that cannot be removed is not worth hiding it.
      }
    }
  }
}
