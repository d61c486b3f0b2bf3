package mkfsdfu.source;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import mkfsdfu.error.IoFailure;

/**
 * How a regular file looked when it was scanned.
 *
 * @param host where it lies; links are followed
 * @param bytes its size, in bytes
 * @param modified its modification time, as fine as the host has it
 * @param key which file it is, whatever its name; null where the host has no such thing
 */
record Snapshot(Path host, long bytes, FileTime modified, Object key) {
  /** Most bytes of one read: the JVM reads into a buffer of that size and copies it from there. */
  private static final int READ_BYTES = 1 << 16;

  /** What to do about a file that changed. */
  static final String RUN_AGAIN = "run again when nothing writes to it";

  static Snapshot of(Path host, BasicFileAttributes attributes) {
    return new Snapshot(
        host, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  /**
   * Copies all bytes into an array. Each call reads the file anew.
   *
   * @param target array with room for {@link #bytes()} bytes
   * @param offset where the first byte goes
   * @throws mkfsdfu.error.NoInputFailure if the file cannot be opened or read
   * @throws IoFailure if it is no longer the file that was seen, or changes while it is read
   * @throws IndexOutOfBoundsException if there is no room
   */
  void copyTo(byte[] target, int offset) {
    copyOnce(target, offset);
    expectUnchanged();
  }

  /**
   * Copies as {@link #copyTo} does, but does not look whether the file changed meanwhile: for
   * whoever comes back to it.
   */
  void copyOnce(byte[] target, int offset) {
    if (offset < 0 || bytes > target.length - offset) {
      throw new IndexOutOfBoundsException(bytes + " bytes at " + offset + " of " + target.length);
    }
    // Looking before opening keeps us from a pipe that has taken the file's place: opening one
    // blocks, and Java has no way to open without blocking.
    expectUnchanged();
    read(target, offset);
  }

  private void read(byte[] target, int offset) {
    int end = offset + (int) bytes;
    try (InputStream in = open()) {
      int count;
      for (int at = offset; at < end; at += count) {
        count = in.read(target, at, Math.min(end - at, READ_BYTES));
        if (count < 0) {
          throw changed("it ends before its " + bytes + " bytes");
        }
      }
    } catch (NoSuchFileException e) {
      throw HostFailures.vanished(host, e);
    } catch (IOException e) {
      throw HostFailures.unreadable(host, e);
    }
  }

  /** What channels need costs 1 ms at first use, and half of the time that a small file takes. */
  private InputStream open() throws IOException {
    if (host.getFileSystem() == FileSystems.getDefault()) {
      try {
        return new FileInputStream(host.toFile());
      } catch (FileNotFoundException e) {
        // It says so of whatever the reason is; the other way says which.
      }
    }
    return Files.newInputStream(host);
  }

  /**
   * Looks again.
   *
   * @throws IoFailure if it is not there, is another file, or has another size or time
   */
  void expectUnchanged() {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(host, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw HostFailures.vanished(host, e);
    } catch (IOException e) {
      throw HostFailures.unreadable(host, e);
    }
    if (!now.isRegularFile() || !Objects.equals(key, now.fileKey())) {
      throw changed("something else stands in its place");
    }
    if (now.size() != bytes) {
      throw changed("it had " + bytes + " bytes and has " + now.size());
    }
    if (!now.lastModifiedTime().equals(modified)) {
      throw changed("it was written to");
    }
  }

  private IoFailure changed(String how) {
    return new IoFailure(host.toString(), "changed while it was read: " + how, RUN_AGAIN);
  }
}
