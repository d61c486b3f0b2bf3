package mkfsdfu.source;

import java.nio.file.Path;

/** A file that is to go into the volume. Its bytes stay on the host until they are asked for. */
public final class SourceFile implements SourceEntry {
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
   * @throws mkfsdfu.error.IoFailure if it is no longer the file that was scanned, or changes while
   *     it is read
   * @throws IndexOutOfBoundsException if there is no room
   */
  public void copyTo(byte[] target, int offset) {
    seen.copyTo(target, offset);
  }

  /**
   * Copies as {@link #copyTo} does, but does not look whether the file changed meanwhile: for
   * whoever comes back to it.
   */
  public void copyOnce(byte[] target, int offset) {
    seen.copyOnce(target, offset);
  }

  /**
   * Looks again.
   *
   * @throws mkfsdfu.error.IoFailure if it is no longer the file that was scanned
   */
  public void expectUnchanged() {
    seen.expectUnchanged();
  }
}
