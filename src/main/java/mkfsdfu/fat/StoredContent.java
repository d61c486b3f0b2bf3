package mkfsdfu.fat;

/** The bytes of a file in a volume. */
record StoredContent(StoredEntry file) implements FileContent {
  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public void copyTo(byte[] target, int offset) {
    file.copyTo(target, offset);
  }
}
