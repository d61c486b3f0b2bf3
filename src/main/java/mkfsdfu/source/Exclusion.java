package mkfsdfu.source;

/**
 * Something that was left out.
 *
 * @param path where it would have stood in the volume, from the root, without a slash in front
 * @param rule what left it out, as the user knows it: {@code default exclude *.pyc}, {@code
 *     .mkfsdfuignore:3: *.psd}, {@code --exclude *.psd}
 */
public record Exclusion(String path, String rule) {
  static final String OUTPUT = "the file that is written";

  /** Tells whether it was left out because it is the file that is written. */
  public boolean isOutput() {
    return rule.equals(OUTPUT);
  }
}
