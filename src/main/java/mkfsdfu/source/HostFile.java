package mkfsdfu.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.flash.Bytes;

/** Reads a whole input file at once: a firmware, raw bytes, a table. */
public final class HostFile {
  /** What one array can hold, less what some JVMs keep for themselves. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

  private HostFile() {}

  /**
   * Reads a file.
   *
   * @throws NoInputFailure if it is missing, unreadable or not a regular file
   * @throws DataFailure if it is larger than 2 GiB
   * @throws IoFailure if it changes while it is read
   */
  public static Bytes read(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        String kind = attributes.isDirectory() ? "is a directory" : "is not a regular file";
        throw new NoInputFailure(file.toString(), kind, "name a file");
      }
      if (attributes.size() > MAX_BYTES) {
        throw new DataFailure(
            file.toString(), attributes.size() + " bytes are more than 2 GiB", "");
      }
      return read(file, (int) attributes.size());
    } catch (NoSuchFileException e) {
      throw new NoInputFailure(file.toString(), "no such file", "check the path", List.of(), e);
    } catch (AccessDeniedException e) {
      throw new NoInputFailure(
          file.toString(), "permission denied", "make it readable", List.of(), e);
    } catch (IOException e) {
      throw new NoInputFailure(
          file.toString(), "cannot be read: " + e.getMessage(), "", List.of(), e);
    }
  }

  private static Bytes read(Path file, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        if (channel.read(rest) < 0) {
          throw changed(file);
        }
      }
      if (channel.size() != bytes) {
        throw changed(file);
      }
    }
    return Bytes.wrap(content);
  }

  private static IoFailure changed(Path file) {
    return new IoFailure(file.toString(), "changed while it was read", "run again");
  }
}
