package mkfsdfu.cli;

/** Makes text from files and file names safe for a terminal. */
final class Escape {
  private static final String HEX = "0123456789ABCDEF";

  private Escape() {}

  /**
   * Returns the text with everything that could drive a terminal written out: control characters,
   * C1 included, as {@code \x1B}, and invisible formatting characters (bidirectional overrides and
   * the like), line separators and lone surrogates as {@code \}{@code u202E}.
   */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (unsafe(text, i)) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!unsafe(text, i)) {
        out.append(c);
      } else if (c < 0x100) {
        out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >> shift) & 15));
        }
      }
    }
    return out.toString();
  }

  private static boolean unsafe(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x7F) {
      return c < ' ';
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
