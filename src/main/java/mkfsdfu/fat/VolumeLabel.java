package mkfsdfu.fat;

import mkfsdfu.error.UsageFailure;

/**
 * A volume's name.
 *
 * @param text 1 to 11 upper-case ASCII characters, or empty for none
 */
public record VolumeLabel(String text) {
  /** No label: neither a label entry nor a name in the boot sector. */
  public static final VolumeLabel NONE = new VolumeLabel("");

  /** What the boot sector holds where a volume has no name. */
  private static final String NO_NAME = "NO NAME";

  private static final int MOST_CHARACTERS = 11;

  /** FatFs's set: what short names exclude, the dot, and what only long names take. */
  private static final String INVALID = "\"*+,./:;<=>?[\\]|";

  /**
   * Returns the label for a text, upper-cased and without trailing spaces, as the driver stores it.
   *
   * @throws UsageFailure if the driver could not store it: it would silently leave the volume
   *     without a label
   */
  public static VolumeLabel of(String text) {
    String label = withoutTrailingSpaces(NameRules.foldedKey(text));
    if (label.isEmpty()) {
      return NONE;
    }
    if (label.length() > MOST_CHARACTERS) {
      throw refused(text, "it has " + label.length() + " characters, at most 11 are possible");
    }
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        throw refused(text, "only printable ASCII characters are possible");
      }
      if (INVALID.indexOf(c) >= 0) {
        throw refused(text, "'" + c + "' is not possible in a label");
      }
    }
    if (label.charAt(0) == ' ') {
      throw refused(text, "it begins with a space");
    }
    if (label.equals(NO_NAME)) {
      throw refused(text, "that text marks a volume without a label");
    }
    return new VolumeLabel(label);
  }

  private static String withoutTrailingSpaces(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static UsageFailure refused(String text, String what) {
    return new UsageFailure(
        "--label", "'" + text + "': " + what, "give another, or '' for no label");
  }

  /** Tells whether there is none. */
  public boolean isNone() {
    return text.isEmpty();
  }

  /** Returns the 11 characters of the boot sector and of the label entry. */
  String padded() {
    String shown = isNone() ? NO_NAME : text;
    return shown + " ".repeat(MOST_CHARACTERS - shown.length());
  }
}
