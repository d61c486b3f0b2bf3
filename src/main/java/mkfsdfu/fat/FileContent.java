package mkfsdfu.fat;

/** A file's bytes, wherever they are: on the host, in memory, in another volume. */
public interface FileContent {
  /** Returns how many bytes there are. */
  long bytes();

  /**
   * Copies all bytes into an array. Each call reads the source anew.
   *
   * @param target array with room for {@link #bytes()} bytes
   * @param offset where the first byte goes
   * @throws mkfsdfu.error.Failure if the source cannot be read or changed
   */
  void copyTo(byte[] target, int offset);
}
