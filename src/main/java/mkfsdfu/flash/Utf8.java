package mkfsdfu.flash;

import java.nio.charset.StandardCharsets;

/** Text that people write. */
public final class Utf8 {
  /** Some editors begin a text with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8() {}

  /** Returns what a text file says. What is no UTF-8 becomes U+FFFD. */
  public static String text(Bytes file) {
    String text = new String(file.toArray(), StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
