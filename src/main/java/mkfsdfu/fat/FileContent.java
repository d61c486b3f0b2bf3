package mkfsdfu.fat;

/** A file's bytes, wherever they are: on the host, in memory, in another volume. */
public interface FileContent {
  /** Returns how many bytes there are. */
  long bytes();

  /**
   * Copies all bytes into an array. Each call reads the source anew. That it changes during the
   * call may go unnoticed: the next call notices, or {@link #expectUnchanged}.
   *
   * @param target array with room for {@link #bytes()} bytes
   * @param offset where the first byte goes
   * @throws mkfsdfu.error.Failure if the source cannot be read, or has changed
   */
  void copyTo(byte[] target, int offset);

  /**
   * Looks at the source again.
   *
   * @throws mkfsdfu.error.Failure if it has changed
   */
  default void expectUnchanged() {}
}
