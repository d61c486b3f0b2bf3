package mkfsdfu.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import mkfsdfu.error.IoFailure;

/** A file that is to go into the volume. Its bytes stay on the host until they are asked for. */
public final class SourceFile implements SourceEntry {
  /**
   * Most bytes of one read. The JVM takes a direct buffer as large as a read into an array, and
   * keeps it; larger ones gain nothing.
   */
  private static final int READ_BYTES = 1 << 20;

  private final String name;
  private final long modifiedEpochSecond;
  private final Snapshot seen;

  SourceFile(String name, long modifiedEpochSecond, Snapshot seen) {
    this.name = name;
    this.modifiedEpochSecond = modifiedEpochSecond;
    this.seen = seen;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Path host() {
    return seen.host();
  }

  @Override
  public long modifiedEpochSecond() {
    return modifiedEpochSecond;
  }

  /** Returns how many bytes it had when it was scanned. */
  public long bytes() {
    return seen.bytes();
  }

  /**
   * Copies all bytes into an array. Each call reads the file anew.
   *
   * @param target array with room for {@link #bytes()} bytes
   * @param offset where the first byte goes
   * @throws mkfsdfu.error.NoInputFailure if the file cannot be opened or read
   * @throws IoFailure if it is no longer the file that was scanned
   * @throws IndexOutOfBoundsException if there is no room
   */
  public void copyTo(byte[] target, int offset) {
    if (offset < 0 || bytes() > target.length - offset) {
      throw new IndexOutOfBoundsException(bytes() + " bytes at " + offset + " of " + target.length);
    }
    // Looking before opening keeps us from a pipe that has taken the file's place: opening one
    // blocks, and Java has no way to open without blocking.
    seen.expectUnchanged();
    read(ByteBuffer.wrap(target, offset, (int) bytes()));
    seen.expectUnchanged();
  }

  private void read(ByteBuffer target) {
    int end = target.limit();
    try (FileChannel channel = FileChannel.open(host(), StandardOpenOption.READ)) {
      while (target.position() < end) {
        target.limit(Math.min(end, target.position() + READ_BYTES));
        if (channel.read(target) < 0) {
          throw new IoFailure(
              host().toString(),
              "changed while it was read: it ends before its " + bytes() + " bytes",
              Snapshot.RUN_AGAIN);
        }
      }
    } catch (NoSuchFileException e) {
      throw HostFailures.vanished(host(), e);
    } catch (IOException e) {
      throw HostFailures.unreadable(host(), e);
    }
  }
}
