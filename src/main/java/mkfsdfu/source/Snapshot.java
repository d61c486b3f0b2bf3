package mkfsdfu.source;

import java.io.IOException;
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
  /** What to do about a file that changed. */
  static final String RUN_AGAIN = "run again when nothing writes to it";

  static Snapshot of(Path host, BasicFileAttributes attributes) {
    return new Snapshot(
        host, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
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
