package mkfsdfu.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import mkfsdfu.flash.Bytes;

/**
 * A file of our own that takes another one's place once it is whole. Unless that happens it is
 * removed, also by a run that is interrupted; only one that is killed outright leaves it behind.
 */
final class TemporaryFile implements AutoCloseable {
  /** Names tried: another run may be under way, and a killed one may have left its file. */
  private static final int MOST_NAMES = 1000;

  /** Most bytes of one call: the JDK copies them into a buffer, which a cache should hold. */
  private static final int WRITTEN_AT_ONCE = 1 << 17;

  /**
   * Held while a file is made, moved or removed, and by who moves several: a run that is asked to
   * end does so before or after, and its removal knows what there is.
   */
  static final Object STEP = new Object();

  private final Path path;
  private final FileChannel channel;
  private final Removal removal;

  private TemporaryFile(Path path, FileChannel channel, Removal removal) {
    this.path = path;
    this.channel = channel;
    this.removal = removal;
  }

  /** Makes an empty file beside another one, so that both are on the same disk. */
  static TemporaryFile beside(Path target) throws IOException {
    Removal removal = Removal.ready();
    try {
      synchronized (STEP) {
        return make(target, removal);
      }
    } catch (IOException e) {
      removal.now();
      throw e;
    }
  }

  private static TemporaryFile make(Path target, Removal removal) throws IOException {
    removal.expectNotDone();
    String start = "." + target.getFileName();
    for (int i = 0; ; i++) {
      Path path = target.resolveSibling(start + (i == 0 ? ".tmp" : "-" + i + ".tmp"));
      try {
        FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        removal.path = path;
        return new TemporaryFile(path, channel, removal);
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

  /** Writes the next bytes; long zeros at their end are left out, and take no disk. */
  void write(Bytes bytes) throws IOException {
    write(bytes.withoutZeros().buffer());
    if (bytes.zeros() > 0) {
      channel.position(channel.position() + bytes.zeros() - 1);
      write(ByteBuffer.allocate(1));
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(bytes.position() + Math.min(end - bytes.position(), WRITTEN_AT_ONCE));
      channel.write(bytes);
    }
  }

  /**
   * Waits until all of it is on the disk. Any way to the file does, and on Java 25 a channel's
   * loads two classes that no archive of classes can hold.
   */
  void sync() throws IOException {
    try (FileInputStream same = new FileInputStream(path.toFile())) {
      same.getFD().sync();
    } catch (IOException e) {
      // A name that does not decode, or a mask that takes the right to read.
      channel.force(true);
    }
  }

  /** Fails if the run is interrupted, and the file removed. */
  void expectThere() throws IOException {
    removal.expectNotDone();
  }

  /** Takes the target's place in one step. */
  void moveTo(Path target) throws IOException {
    channel.close();
    synchronized (STEP) {
      expectThere();
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
      // From here on the temporary name is free, and may already be another run's.
      removal.path = null;
    }
  }

  /** Removes the file, if it has not been moved. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What matters was synced before the move; otherwise the file goes.
    }
    removal.now();
  }

  /** Removes the file at the program's end, or before. */
  private static final class Removal implements Runnable {
    private static final String INTERRUPTED = "the run was interrupted";

    private final Thread hook = new Thread(this, "remove the temporary file");
    private Path path;
    private boolean done;

    static Removal ready() throws IOException {
      Removal removal = new Removal();
      try {
        Runtime.getRuntime().addShutdownHook(removal.hook);
      } catch (IllegalStateException e) {
        throw new IOException(INTERRUPTED, e);
      }
      return removal;
    }

    void expectNotDone() throws IOException {
      if (done) {
        throw new IOException(INTERRUPTED);
      }
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
    public void run() {
      synchronized (STEP) {
        done = true;
        try {
          if (path != null) {
            Files.deleteIfExists(path);
          }
        } catch (IOException e) {
          // The run ends with its own failure; a file that cannot be removed is not worth hiding
          // it.
        }
      }
    }
  }
}
