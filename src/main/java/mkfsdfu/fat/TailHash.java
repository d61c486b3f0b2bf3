package mkfsdfu.fat;

/**
 * The number in the tail of a short name from the sixth attempt on: FatFs hashes the long name, so
 * that many names with one beginning find a free tail soon.
 *
 * <p>The driver shifts the name's bits, lowest first, into 16 bits and XORs with 0x11021 whenever a
 * bit falls out: that is the remainder modulo this polynomial. A table does eight bits at once.
 */
final class TailHash {
  private static final int POLYNOMIAL = 0x11021;

  /** What the upper byte of the remainder becomes when it has been shifted out. */
  private static final int[] SHIFTED_OUT = new int[256];

  static {
    for (int high = 0; high < SHIFTED_OUT.length; high++) {
      int remainder = high << 8;
      for (int bit = 0; bit < 8; bit++) {
        remainder <<= 1;
        if ((remainder & 0x10000) != 0) {
          remainder ^= POLYNOMIAL;
        }
      }
      SHIFTED_OUT[high] = remainder;
    }
  }

  private TailHash() {}

  /**
   * Returns the hash of a name.
   *
   * @param attempt the attempt's number, 6 or more
   * @return 0 to 65535
   */
  static int of(String name, int attempt) {
    int hash = attempt;
    for (int i = 0; i < name.length(); i++) {
      int unit = Integer.reverse(name.charAt(i)) >>> 16;
      hash = shiftedByEight(shiftedByEight(hash)) ^ unit;
    }
    return hash;
  }

  private static int shiftedByEight(int hash) {
    return ((hash << 8) & 0xFFFF) ^ SHIFTED_OUT[hash >>> 8];
  }
}
