package mkfsdfu.board;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds a text in bytes, looking at few of them (Boyer, Moore and Horspool's way). */
final class TextSearch {
  private final byte[] text;

  /** How far to move on, by the byte that stands where the text would end. */
  private final int[] skip = new int[256];

  TextSearch(String latin1) {
    this.text = latin1.getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(skip, text.length);
    for (int i = 0; i < text.length - 1; i++) {
      skip[text[i] & 0xff] = text.length - 1 - i;
    }
  }

  /** Returns where the text next starts at an offset or after it, or -1. */
  int next(byte[] bytes, int from) {
    int at = from;
    while (at <= bytes.length - text.length) {
      int last = bytes[at + text.length - 1];
      if (last == text[text.length - 1] && isAt(bytes, at)) {
        return at;
      }
      at += skip[last & 0xff];
    }
    return -1;
  }

  private boolean isAt(byte[] bytes, int at) {
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
