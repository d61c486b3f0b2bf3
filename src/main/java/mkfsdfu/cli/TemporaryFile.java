package mkfsdfu.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mkfsdfu.flash.Bytes;

/**
 * A file of our own that takes another one's place once it is whole. Unless that happens it is
 * removed, also by a run that is interrupted; only one that is killed outright leaves it behind.
 */
final class TemporaryFile implements AutoCloseable {
  /** Names tried: another run may be under way, and a killed one may have left its file. */
  private static final int MOST_NAMES = 1000;

  private final Path path;

  /** Not a channel: what it needs is loaded in 1 ms, a thirtieth of a run. */
  private final RandomAccessFile file;

  private final Removal removal;

  private TemporaryFile(Path path, RandomAccessFile file, Removal removal) {
    this.path = path;
    this.file = file;
    this.removal = removal;
  }

  /** Makes an empty file beside another one, so that both are on the same disk. */
  static TemporaryFile beside(Path target) throws IOException {
    Removal removal = Removal.ready();
    try {
      // A run may be asked to end at any moment; then the removal waits until it knows the file.
      synchronized (removal) {
        Path path = make(target);
        removal.path = path;
        return new TemporaryFile(path, new RandomAccessFile(path.toFile(), "rw"), removal);
      }
    } catch (IOException e) {
      removal.now();
      throw e;
    }
  }

  private static Path make(Path target) throws IOException {
    String start = "." + target.getFileName();
    for (int i = 0; i < MOST_NAMES; i++) {
      Path path = target.resolveSibling(start + (i == 0 ? ".tmp" : "-" + i + ".tmp"));
      if (path.toFile().createNewFile()) {
        return path;
      }
    }
    throw new FileAlreadyExistsException(start + ".tmp", null, "all its temporary names are taken");
  }

  Path path() {
    return path;
  }

  /** Writes the next bytes; long zeros at their end are left out, and take no disk. */
  void write(Bytes bytes) throws IOException {
    bytes.writeStoredTo(file);
    if (bytes.zeros() > 0) {
      file.seek(file.getFilePointer() + bytes.zeros() - 1);
      file.write(0);
    }
  }

  /** Waits until all of it is on the disk. */
  void sync() throws IOException {
    file.getFD().sync();
  }

  /** Takes the target's place in one step. */
  void moveTo(Path target) throws IOException {
    file.close();
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes the file, if it has not been moved. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // What matters was synced before the move; otherwise the file goes.
    }
    removal.now();
  }

  /** Removes the file at the program's end, or before. */
  private static final class Removal implements Runnable {
    private final Thread hook = new Thread(this);
    private Path path;

    static Removal ready() throws IOException {
      Removal removal = new Removal();
      try {
        Runtime.getRuntime().addShutdownHook(removal.hook);
      } catch (IllegalStateException e) {
        throw new IOException("the run was interrupted", e);
      }
      return removal;
    }

    void now() {
      run();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is shutting down already and runs the hook itself.
      }
    }

    @Override
    public synchronized void run() {
      try {
        if (path != null) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        // The run ends with its own failure; a file that cannot be removed is not worth hiding it.
      }
    }
  }
}
