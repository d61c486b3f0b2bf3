package mkfsdfu.pack;

import mkfsdfu.flash.Address;

/**
 * Where in flash a file of the volume lies.
 *
 * @param path names from the root, joined by slashes
 * @param address of its first byte, 0 if it is empty; null if it cannot be read in place
 * @param bytes its size
 * @param obstacle why it cannot be read in place; empty if it can
 */
public record MappedFile(String path, Address address, int bytes, String obstacle) {
  static final String IN_TWO_PIECES = "in two pieces";
  static final String NOT_MAPPED = "not in memory";

  static MappedFile at(String path, long address, int bytes) {
    return new MappedFile(path, new Address(address), bytes, "");
  }

  /** Tells whether the processor can read it where it lies. */
  public boolean isInPlace() {
    return address != null;
  }
}
