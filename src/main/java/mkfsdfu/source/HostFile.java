package mkfsdfu.source;

import java.nio.file.Path;
import mkfsdfu.error.DataFailure;
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
   * @throws mkfsdfu.error.IoFailure if it changes while it is read
   */
  public static Bytes read(Path file) {
    HostEntry entry = HostEntry.named(file, "a file");
    if (entry.isDirectory()) {
      throw new NoInputFailure(file.toString(), entry.describe() + ", a file is expected", "");
    }
    Snapshot seen = Snapshot.of(file, entry.attributes());
    if (seen.bytes() > MAX_BYTES) {
      throw new DataFailure(file.toString(), seen.bytes() + " bytes are more than 2 GiB", "");
    }
    byte[] content = new byte[(int) seen.bytes()];
    seen.copyTo(content, 0);
    return Bytes.wrap(content);
  }
}
