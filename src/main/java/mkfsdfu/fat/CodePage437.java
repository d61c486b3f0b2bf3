package mkfsdfu.fat;

import mkfsdfu.flash.Bytes;

/**
 * Code page 437, in which the board's driver stores short names and gives all names to MicroPython.
 */
final class CodePage437 {
  /** The characters of the bytes 80 to FF. */
  private static final String UPPER_HALF =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
          + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

  private CodePage437() {}

  /** Returns the character of a byte, 0 to 255. */
  static char decode(int octet) {
    return octet < 0x80 ? (char) octet : UPPER_HALF.charAt(octet - 0x80);
  }

  /** Returns the characters of some bytes, without the spaces that pad them at the end. */
  static String decodePadded(Bytes bytes, int at, int length) {
    int end = length;
    while (end > 0 && bytes.u8(at + end - 1) == ' ') {
      end--;
    }
    char[] text = new char[end];
    for (int i = 0; i < end; i++) {
      text[i] = decode(bytes.u8(at + i));
    }
    return new String(text);
  }

  /** Tells whether every character has a byte. */
  static boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && UPPER_HALF.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether all characters are ASCII. */
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a text in upper case, one character for each, as the driver compares names. The micro
   * sign has no upper case there.
   */
  static String upper(String text) {
    char[] upper = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char u = c;
      if (c >= 'a' && c <= 'z') {
        u = (char) (c - 32);
      } else if (c >= 0x80 && c != 'µ') {
        u = Character.toUpperCase(c);
      }
      if (u != c) {
        if (upper == null) {
          upper = text.toCharArray();
        }
        upper[i] = u;
      }
    }
    return upper == null ? text : new String(upper);
  }
}
