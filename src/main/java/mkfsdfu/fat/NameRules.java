package mkfsdfu.fat;

import java.util.Optional;

/** Which names a board can hold, list and reach: those of FatFs as MicroPython configures it. */
public final class NameRules {
  /**
   * The longest path that programs on the board can use, in characters from the volume's root:
   * FatFs's {@code getcwd} and MicroPython's import both work in buffers of 128 bytes.
   */
  public static final int MOST_PATH_CHARACTERS = 127;

  /** The most characters of a name: FatFs's FF_MAX_LFN. */
  static final int MOST_NAME_CHARACTERS = 255;

  /** What no FAT name can hold. */
  static final AsciiSet INVALID = AsciiSet.of("\"*:<>?|\\/");

  private NameRules() {}

  /**
   * Returns why the board could not hold, list or reach a name, or nothing if it can.
   *
   * @param name one part of a path
   * @return words that continue "the name ...", such as {@code contains ':'}
   */
  public static Optional<String> objection(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("means a directory itself");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 0x7F) {
        return Optional.of("contains the control character " + codePoint(c));
      }
      if (c > 0x7F) {
        return Optional.of(
            "is not ASCII ("
                + codePoint(name.codePointAt(i))
                + "); os.listdir() on the board would fail for its whole directory");
      }
      if (INVALID.contains(c)) {
        return Optional.of("contains '" + c + "', which FAT does not allow");
      }
    }
    char last = name.charAt(name.length() - 1);
    if (last == '.' || last == ' ') {
      // FatFs strips them from what it is asked to open, so it would never find the entry.
      return Optional.of(
          "ends with a " + (last == '.' ? "dot" : "space") + ", so the board could not open it");
    }
    if (name.length() > MOST_NAME_CHARACTERS) {
      return Optional.of("has " + name.length() + " characters, at most 255 are possible");
    }
    return Optional.empty();
  }

  /**
   * Returns a key that is equal for two names exactly if FatFs takes them for the same: it ignores
   * the case of ASCII letters, whatever the host's language.
   */
  public static String foldedKey(String name) {
    char[] folded = name.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'a' && folded[i] <= 'z') {
        folded[i] = (char) (folded[i] - 'a' + 'A');
      }
    }
    return new String(folded);
  }

  private static String codePoint(int value) {
    return String.format("U+%04X", value);
  }
}
