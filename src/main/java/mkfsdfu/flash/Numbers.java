package mkfsdfu.flash;

import mkfsdfu.error.UsageFailure;

/** Numbers and sizes as people write them on the command line and read them in messages. */
public final class Numbers {
  private Numbers() {}

  /**
   * Reads a whole number, decimal or with {@code 0x}. A decimal one does not begin with a zero: an
   * address whose {@code 0x} was forgotten would mean another place.
   *
   * @param what what the number is, for the message
   * @param most the largest value allowed
   * @throws UsageFailure if the text is not a number of 0 to {@code most}
   */
  public static long parse(String what, String text, long most) {
    if (text.length() > 1 && text.charAt(0) == '0' && isDigits(text)) {
      throw new UsageFailure(
          what,
          "'" + text + "' may be decimal or hexadecimal",
          "write it as 0x" + text + ", or without the zero");
    }
    long value = value(text);
    if (value < 0 || value > most) {
      throw new UsageFailure(
          what,
          "'" + text + "' is not a number of 0 to " + (most > 0xFFFF ? Address.hex(most) : most),
          most > 0xFFFF ? "write it as 0x08004000 or in decimal" : "");
    }
    return value;
  }

  /**
   * Reads a size in bytes: {@code 114688}, {@code 0x1c000}, {@code 112K}, {@code 112KiB}, {@code
   * 2M}, {@code 2MiB}, {@code 1G}, {@code 1GiB}.
   *
   * @param what what the size is of, for the message
   * @throws UsageFailure if the text is not a size of 1 byte to 4 GiB
   */
  public static long parseSize(String what, String text) {
    String upper = upper(text);
    int shift = 0;
    String digits = text;
    for (String unit : new String[] {"KIB", "MIB", "GIB", "K", "M", "G"}) {
      if (upper.endsWith(unit)) {
        shift = 10 + 10 * "KMG".indexOf(unit.charAt(0));
        digits = text.substring(0, text.length() - unit.length());
        break;
      }
    }
    long units = value(digits);
    if (units <= 0 || units > Address.SPACE_BYTES >> shift) {
      throw new UsageFailure(
          what,
          "'" + text + "' is not a size of 1 byte to 4 GiB",
          "write it as 112K, 2M, 114688 or 0x1c000");
    }
    return units << shift;
  }

  /** Returns the value of digits, decimal or behind {@code 0x}; -1 if they are none. */
  private static long value(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    String digits = hex ? text.substring(2) : text;
    if (digits.isEmpty() || digits.charAt(0) == '+' || digits.charAt(0) == '-') {
      return -1;
    }
    try {
      return Long.parseLong(digits, hex ? 16 : 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a size for people, in KiB or MiB with at most one digit after the point: {@code 61.5
   * KiB}.
   */
  public static String kib(long bytes) {
    return bytes < 10L << 20 ? tenths(bytes, 10) + " KiB" : tenths(bytes, 20) + " MiB";
  }

  /** Returns bytes in units of 2^shift, rounded to one digit after the point: {@code 61.5}. */
  public static String tenths(long bytes, int shift) {
    long tenths = (bytes * 10 + (1L << (shift - 1))) >> shift;
    return tenths / 10 + "." + tenths % 10;
  }

  private static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }
}
