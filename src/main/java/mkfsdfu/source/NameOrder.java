package mkfsdfu.source;

import java.util.Comparator;

/** Orders entries by the UTF-8 bytes of their names, on every host and in every locale. */
final class NameOrder implements Comparator<SourceEntry> {
  static final NameOrder INSTANCE = new NameOrder();

  private NameOrder() {}

  @Override
  public int compare(SourceEntry left, SourceEntry right) {
    return compare(left.name(), right.name());
  }

  /** UTF-8 keeps the order of code points; chars do not: surrogates lie below U+E000. */
  static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogate = Character.isSurrogate(a);
        return surrogate == Character.isSurrogate(b) ? a - b : (surrogate ? 1 : -1);
      }
    }
    return left.length() - right.length();
  }
}
