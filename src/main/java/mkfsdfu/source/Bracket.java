package mkfsdfu.source;

import java.util.BitSet;

/**
 * A set in brackets, as POSIX has it (bracket expression): {@code [abc]}, {@code [a-z]}, {@code
 * [!a]} or {@code [^a]}, {@code [[:digit:]]}; a closing bracket in first place is a member, and a
 * backslash takes its meaning from what follows it.
 *
 * @param set what is in it
 * @param end index after its closing bracket
 */
record Bracket(CharSet set, int end) {
  /** Printable ASCII, without the blank. */
  private static final int GRAPH_FROM = 0x21;

  private static final int GRAPH_TO = 0x7E;

  /** Returns the set that begins at an index, or null if it is not closed or not well formed. */
  static Bracket parse(String pattern, int open) {
    int length = pattern.length();
    int at = open + 1;
    boolean others = at < length && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
    at += others ? 1 : 0;
    BitSet listed = new BitSet();
    for (int first = at; at < length; ) {
      char c = pattern.charAt(at);
      if (c == ']' && at > first) {
        return new Bracket(new CharSet(listed, others), at + 1);
      }
      int classEnd = classEnd(pattern, at);
      if (classEnd > 0) {
        if (!addClass(listed, pattern.substring(at + 2, classEnd - 2))) {
          return null;
        }
        at = classEnd;
        continue;
      }
      int from = member(pattern, at);
      at = from < length ? from + 1 : length;
      if (from == length) {
        return null;
      }
      listed.set(pattern.charAt(from));
      if (at + 1 < length && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        int to = member(pattern, at + 1);
        if (to == length) {
          return null;
        }
        if (pattern.charAt(from) <= pattern.charAt(to)) {
          listed.set(pattern.charAt(from), pattern.charAt(to) + 1);
        }
        at = to + 1;
      }
    }
    return null;
  }

  /** Returns the index of the character that is meant: the next one after a backslash. */
  private static int member(String pattern, int at) {
    return pattern.charAt(at) == '\\' ? at + 1 : at;
  }

  /** Returns the index after {@code [:name:]}, or -1 if none begins here. */
  private static int classEnd(String pattern, int at) {
    if (!pattern.startsWith("[:", at)) {
      return -1;
    }
    int close = pattern.indexOf(']', at + 2);
    return close > at + 2 && pattern.charAt(close - 1) == ':' ? close + 1 : -1;
  }

  private static boolean addClass(BitSet listed, String name) {
    switch (name) {
      case "alnum" -> {
        addClass(listed, "alpha");
        addClass(listed, "digit");
      }
      case "alpha" -> {
        addClass(listed, "lower");
        addClass(listed, "upper");
      }
      case "blank" -> addAll(listed, " \t");
      case "cntrl" -> {
        listed.set(0, 0x20);
        listed.set(0x7F);
      }
      case "digit" -> listed.set('0', '9' + 1);
      case "graph" -> listed.set(GRAPH_FROM, GRAPH_TO + 1);
      case "lower" -> listed.set('a', 'z' + 1);
      case "print" -> listed.set(' ', GRAPH_TO + 1);
      case "punct" -> addPunctuation(listed);
      case "space" -> addAll(listed, " \t\n\r\f\u000B");
      case "upper" -> listed.set('A', 'Z' + 1);
      case "xdigit" -> addAll(listed, "0123456789ABCDEFabcdef");
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void addPunctuation(BitSet listed) {
    BitSet punctuation = new BitSet();
    punctuation.set(GRAPH_FROM, GRAPH_TO + 1);
    BitSet lettersAndDigits = new BitSet();
    addClass(lettersAndDigits, "alnum");
    punctuation.andNot(lettersAndDigits);
    listed.or(punctuation);
  }

  private static void addAll(BitSet listed, String members) {
    for (int i = 0; i < members.length(); i++) {
      listed.set(members.charAt(i));
    }
  }
}
