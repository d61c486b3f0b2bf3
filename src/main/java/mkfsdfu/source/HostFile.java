package mkfsdfu.source;

import java.nio.file.Path;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.flash.Bytes;

/** A whole input file, read at once: a firmware, raw bytes, a table. */
public final class HostFile {
  /** What one array can hold, less what some JVMs keep for themselves. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

  private final Snapshot seen;
  private final Bytes bytes;

  private HostFile(Snapshot seen, Bytes bytes) {
    this.seen = seen;
    this.bytes = bytes;
  }

  /**
   * Reads a file of which only the bytes matter, as {@link #open} does.
   *
   * @throws mkfsdfu.error.Failure if it cannot be read
   */
  public static Bytes read(Path file) {
    return open(file).bytes();
  }

  /**
   * Reads a file.
   *
   * @throws NoInputFailure if it is missing, unreadable or not a regular file
   * @throws DataFailure if it is larger than 2 GiB
   * @throws mkfsdfu.error.IoFailure if it changes while it is read
   */
  public static HostFile open(Path file) {
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
    return new HostFile(seen, Bytes.wrap(content));
  }

  /** Returns its bytes. */
  public Bytes bytes() {
    return bytes;
  }

  /**
   * Looks again.
   *
   * @throws mkfsdfu.error.IoFailure if it is no longer the file that was read
   */
  public void expectUnchanged() {
    seen.expectUnchanged();
  }
}
