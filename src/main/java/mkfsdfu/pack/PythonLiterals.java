package mkfsdfu.pack;

import java.util.Arrays;
import mkfsdfu.flash.Bytes;

/** Text and bytes as Python source has them, in ASCII alone. */
final class PythonLiterals {
  private static final String INDENT = "    ";
  private static final String HEX = "0123456789abcdef";

  /** Where a line ends; a byte takes up to four characters, and the quote and comma are to come. */
  private static final int LINE_CHARACTERS = 92;

  private PythonLiterals() {}

  /** Returns a path and its file's bytes as two items of a tuple, on lines of their own. */
  static Bytes entry(String path, byte[] content) {
    Out out = new Out(path.length() + content.length);
    out.text(INDENT).text("\"");
    path.codePoints().forEach(out::character);
    out.text("\",\n");
    out.text(INDENT).text("b\"");
    int lineStart = out.length - INDENT.length() - 2;
    for (byte value : content) {
      if (out.length - lineStart > LINE_CHARACTERS) {
        out.text("\"\n");
        lineStart = out.length;
        out.text(INDENT).text("b\"");
      }
      out.single(Byte.toUnsignedInt(value));
    }
    out.text("\",\n");
    return Bytes.wrap(out.characters).slice(0, out.length);
  }

  private static final class Out {
    private byte[] characters;
    private int length;

    Out(int expected) {
      this.characters = new byte[4 * expected + 64];
    }

    Out text(String ascii) {
      for (int i = 0; i < ascii.length(); i++) {
        put(ascii.charAt(i));
      }
      return this;
    }

    void character(int codePoint) {
      if (codePoint < 0x80) {
        single(codePoint);
      } else {
        boolean wide = codePoint > 0xFFFF;
        text(wide ? "\\U" : "\\u");
        hex(codePoint, wide ? 8 : 4);
      }
    }

    void single(int value) {
      if (value < ' ' || value > '~') {
        text("\\x");
        hex(value, 2);
        return;
      }
      if (value == '"' || value == '\\') {
        put('\\');
      }
      put(value);
    }

    private void hex(int value, int digits) {
      for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        put(HEX.charAt(value >> shift & 15));
      }
    }

    private void put(int character) {
      if (length == characters.length) {
        characters = Arrays.copyOf(characters, 2 * length);
      }
      characters[length++] = (byte) character;
    }
  }
}
