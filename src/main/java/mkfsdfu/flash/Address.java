package mkfsdfu.flash;

/**
 * A place in a microcontroller's 32-bit address space.
 *
 * @param value in bytes, 0 to 0xFFFFFFFF
 */
public record Address(long value) implements Comparable<Address> {
  /** One past the highest address. */
  public static final long SPACE_BYTES = 1L << 32;

  public Address {
    if (value < 0 || value >= SPACE_BYTES) {
      throw new IllegalArgumentException("address outside 32 bits: " + value);
    }
  }

  /**
   * Reads an address as people write them: {@code 0x08004000}, or decimal.
   *
   * @param what what the address is of, for the message
   * @throws mkfsdfu.error.UsageFailure if the text is not a number of 0 to 0xFFFFFFFF
   */
  public static Address parse(String what, String text) {
    return new Address(Numbers.parse(what, text, SPACE_BYTES - 1));
  }

  /** Reads an address that is called no more than that. */
  public static Address parse(String text) {
    return parse("address", text);
  }

  @Override
  public int compareTo(Address other) {
    return Long.compare(value, other.value);
  }

  /** Returns the address as {@code 0x08004000}. */
  @Override
  public String toString() {
    return hex(value);
  }

  static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0x" + "0".repeat(Math.max(0, 8 - digits.length())) + digits;
  }
}
