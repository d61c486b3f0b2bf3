package mkfsdfu.dfu;

/**
 * A DfuSe file as it was read, with what tells about its making and its soundness.
 *
 * @param file what it holds
 * @param sizeField what the maker counted in DFUImageSize
 * @param storedCrc the checksum in the suffix, 0 to 2^32 - 1
 * @param computedCrc the checksum that the content has, 0 to 2^32 - 1
 */
public record DfuReading(DfuFile file, SizeField sizeField, long storedCrc, long computedCrc) {
  /** What DFUImageSize counts: the packers in use disagree. */
  public enum SizeField {
    /** The file without its suffix: ST UM0391, MicroPython's dfu.py, and what we write. */
    WITHOUT_SUFFIX,
    /** The whole file: newer packers of the dfu-util project. */
    WITH_SUFFIX
  }

  /** Tells whether the content is what it was when the checksum was taken. */
  public boolean crcMatches() {
    return storedCrc == computedCrc;
  }
}
