package mkfsdfu.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of one name: {@code *}, {@code ?}, {@code [a-z]}, backslash before what is meant so.
 */
final class NameGlob {
  /** One for each character; null stands for {@code *}, any number of characters. */
  private final CharSet[] sets;

  private NameGlob(CharSet[] sets) {
    this.sets = sets;
  }

  static NameGlob parse(String pattern) {
    List<CharSet> sets = new ArrayList<>();
    int end;
    for (int at = 0; at < pattern.length(); at = end) {
      end = endOfElement(pattern, at);
      sets.add(
          switch (pattern.charAt(at)) {
            case '*' -> null;
            case '?' -> CharSet.all();
            case '[' -> bracket(pattern, at);
            case '\\' -> escaped(pattern, at);
            default -> CharSet.of(pattern.charAt(at));
          });
    }
    return new NameGlob(sets.toArray(new CharSet[0]));
  }

  /** Returns where the part of a path pattern ends that begins at an index. */
  static int endOfPart(String pattern, int start) {
    int at = start;
    while (at < pattern.length() && pattern.charAt(at) != '/') {
      at = endOfElement(pattern, at);
    }
    return at;
  }

  /** Returns where a character, an escaped character or a set in brackets ends. */
  private static int endOfElement(String pattern, int at) {
    if (pattern.charAt(at) == '[') {
      Bracket bracket = Bracket.parse(pattern, at);
      return bracket == null ? at + 1 : bracket.end();
    }
    return pattern.charAt(at) == '\\' ? Math.min(at + 2, pattern.length()) : at + 1;
  }

  /** A bracket that is not well formed matches nothing, as in git. */
  private static CharSet bracket(String pattern, int at) {
    Bracket bracket = Bracket.parse(pattern, at);
    return bracket == null ? CharSet.none() : bracket.set();
  }

  /** A backslash with nothing behind it matches nothing (gitignore(5)). */
  private static CharSet escaped(String pattern, int at) {
    return at + 1 == pattern.length() ? CharSet.none() : CharSet.of(pattern.charAt(at + 1));
  }

  /** Tells whether it matches the characters of a text from one index up to another. */
  boolean matches(String text, int start, int end) {
    int set = 0;
    int at = start;
    // Where to go on if what follows the last star does not fit: one character further.
    int retrySet = -1;
    int retryAt = 0;
    while (at < end) {
      if (set < sets.length && sets[set] == null) {
        retrySet = ++set;
        retryAt = at;
      } else if (set < sets.length && sets[set].contains(text.charAt(at))) {
        set++;
        at++;
      } else if (retrySet >= 0) {
        set = retrySet;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (set < sets.length && sets[set] == null) {
      set++;
    }
    return set == sets.length;
  }
}
