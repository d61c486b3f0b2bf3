package mkfsdfu.flash;

/**
 * A stretch of the address space.
 *
 * @param start its first address
 * @param bytes its length in bytes, at least 0; it ends within 32 bits
 */
public record Region(Address start, long bytes) {
  public Region {
    if (bytes < 0 || start.value() + bytes > Address.SPACE_BYTES) {
      throw new IllegalArgumentException(bytes + " bytes from " + start + " leave 32 bits");
    }
  }

  /** Returns the address after the last one, in bytes, up to 2^32. */
  public long end() {
    return start.value() + bytes;
  }

  /** Tells whether the two have an address in common. */
  public boolean overlaps(Region other) {
    return bytes > 0
        && other.bytes > 0
        && start.value() < other.end()
        && other.start.value() < end();
  }

  /** Tells whether every address of the other lies in this one. */
  public boolean contains(Region other) {
    return start.value() <= other.start.value() && other.end() <= end();
  }

  /** Tells whether the address lies in it. */
  public boolean contains(Address address) {
    return start.value() <= address.value() && address.value() < end();
  }

  /** As the record's own would be; but making that one on first use costs milliseconds at start. */
  @Override
  public boolean equals(Object object) {
    return object instanceof Region other
        && start.value() == other.start.value()
        && bytes == other.bytes;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(start.value() * 31 + bytes);
  }

  /** Returns first and last address, {@code 0x08004000-0x0801ffff}. */
  @Override
  public String toString() {
    return bytes == 0 ? start + " (empty)" : start + "-" + Address.hex(end() - 1);
  }
}
