package mkfsdfu.fat;

/**
 * The 8.3 name of an entry, as FatFs derives it.
 *
 * @param padded body in 8 and extension in 3 upper-case ASCII characters, padded with spaces
 * @param lossy whether it says less than the name, so that it needs a tail to be its own
 * @param hasLongName whether the name also needs long-name slots
 * @param caseFlags the slot's NT flags: 08 for a lower-case body, 10 for a lower-case extension
 */
record ShortName(String padded, boolean lossy, boolean hasLongName, int caseFlags) {
  static final int LOWER_BODY = 0x08;
  static final int LOWER_EXTENSION = 0x10;

  /** UTF-16 units of the name in each long-name slot. */
  static final int UNITS_PER_SLOT = 13;

  /** What a long name can hold and a short one cannot: there it becomes an underscore. */
  static final AsciiSet REPLACED = AsciiSet.of("+,;=[]");

  private static final String HEX_DIGITS = "0123456789ABCDEF";
  private static final int BODY = 8;
  private static final int EXTENSION = 3;

  /** Returns the short name that a name has before it gets a tail. */
  static ShortName of(String name) {
    int dot = name.lastIndexOf('.');
    Part body = new Part(name, 0, dot < 0 ? name.length() : dot, BODY);
    Part extension = new Part(name, dot < 0 ? name.length() : dot + 1, name.length(), EXTENSION);
    boolean lossy = dot == 0 || body.lossy || extension.lossy;
    boolean hasLongName = lossy || body.isMixed() || extension.isMixed();
    int flags = (body.hasLower ? LOWER_BODY : 0) | (extension.hasLower ? LOWER_EXTENSION : 0);
    return new ShortName(
        body.padded() + extension.padded(), lossy, hasLongName, hasLongName ? 0 : flags);
  }

  /** Returns this with a tail: {@code ~} and a number in hexadecimal, the body cut to fit. */
  ShortName withTail(int number) {
    int digits = 1;
    while (number >>> (4 * digits) != 0) {
      digits++;
    }
    int blank = padded.indexOf(' ');
    int at = Math.min(BODY - 1 - digits, blank < 0 ? BODY : blank);
    char[] tailed = padded.toCharArray();
    tailed[at++] = '~';
    for (int digit = digits - 1; digit >= 0; digit--) {
      tailed[at++] = HEX_DIGITS.charAt((number >>> (4 * digit)) & 0xF);
    }
    while (at < BODY) {
      tailed[at++] = ' ';
    }
    return new ShortName(new String(tailed), lossy, hasLongName, caseFlags);
  }

  /** Returns how many slots an entry takes whose name and short name these are. */
  int slots(String name) {
    return hasLongName ? (name.length() + UNITS_PER_SLOT - 1) / UNITS_PER_SLOT + 1 : 1;
  }

  /** Body or extension: what is left of it, and what was lost. */
  private static final class Part {
    private final char[] kept;
    private boolean lossy;
    private boolean hasLower;
    private boolean hasUpper;

    Part(String name, int from, int to, int room) {
      kept = " ".repeat(room).toCharArray();
      int filled = 0;
      for (int i = from; i < to; i++) {
        char c = name.charAt(i);
        if (c == ' ' || c == '.') {
          lossy = true;
        } else if (filled == room) {
          lossy = true;
          break;
        } else {
          kept[filled++] = converted(c);
        }
      }
    }

    private char converted(char c) {
      if (REPLACED.contains(c)) {
        lossy = true;
        return '_';
      }
      if (c >= 'a' && c <= 'z') {
        hasLower = true;
        return (char) (c - 'a' + 'A');
      }
      hasUpper |= c >= 'A' && c <= 'Z';
      return c;
    }

    boolean isMixed() {
      return hasLower && hasUpper;
    }

    String padded() {
      return new String(kept);
    }
  }
}
