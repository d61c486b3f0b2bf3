package mkfsdfu.pack;

/**
 * Something to say about a run that succeeded.
 *
 * @param level who needs to hear it
 * @param text one line
 */
public record Remark(Level level, String text) {
  /** Who needs to hear a remark. */
  public enum Level {
    /** Everybody, always: it may be a mistake. */
    WARNING,
    /** Everybody who has not asked for silence. */
    NOTE,
    /** Those who ask for more. */
    DETAIL
  }

  static Remark warning(String text) {
    return new Remark(Level.WARNING, text);
  }

  static Remark note(String text) {
    return new Remark(Level.NOTE, text);
  }

  static Remark detail(String text) {
    return new Remark(Level.DETAIL, text);
  }
}
