package mkfsdfu.board;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import mkfsdfu.flash.FlashBytes;

/**
 * Finds strings in a part of a firmware; none of a firmware's strings crosses its parts.
 *
 * <p>Every run looks for build names in hundreds of kilobytes, while nothing is compiled yet. That
 * is why this works on an array, looks at one byte in as many as the shortest string has, and is
 * made of small methods that are soon compiled. All of it takes time in proportion to the part,
 * whatever is in it.
 */
final class FirmwareScan {
  private static final String WITH = " with ";
  private static final String SEPARATOR = "; ";

  /** No banner and no version is longer. */
  private static final int MOST_CHARACTERS = 200;

  /** A firmware has some dozens of texts that say "with". */
  private static final int MOST_BANNERS = 1000;

  private final byte[] bytes;

  FirmwareScan(FlashBytes part) {
    this.bytes = part.data().toArray();
  }

  /**
   * Adds the known names that stand between two NULs.
   *
   * @param known names, none empty
   * @param found takes them up
   */
  void addNames(Set<String> known, Set<String> found) {
    boolean[] letters = new boolean[256];
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (String name : known) {
      shortest = Math.min(shortest, name.length());
      longest = Math.max(longest, name.length());
      for (int i = 0; i < name.length(); i++) {
        letters[name.charAt(i) & 0xff] = true;
      }
    }
    int at = nextLetter(letters, 0, shortest);
    while (at < bytes.length) {
      int from = startOfWord(letters, at, longest);
      int to = endOfWord(letters, at);
      if (to - from >= shortest && to - from <= longest && isBetweenNuls(from, to)) {
        String word = text(from, to);
        if (known.contains(word)) {
          found.add(word);
        }
      }
      at = nextLetter(letters, to + shortest, shortest);
    }
  }

  private int nextLetter(boolean[] letters, int from, int stride) {
    // A field would be fetched anew at each look, while nothing is compiled yet.
    byte[] bytes = this.bytes;
    int end = bytes.length;
    int at = from;
    while (at < end && !letters[bytes[at] & 0xff]) {
      at += stride;
    }
    return at;
  }

  private int startOfWord(boolean[] letters, int at, int longest) {
    int from = at;
    while (from > 0 && at - from <= longest && letters[bytes[from - 1] & 0xff]) {
      from--;
    }
    return from;
  }

  private int endOfWord(boolean[] letters, int at) {
    int to = at;
    while (to < bytes.length && letters[bytes[to] & 0xff]) {
      to++;
    }
    return to;
  }

  private boolean isBetweenNuls(int from, int to) {
    return from > 0 && bytes[from - 1] == 0 && to < bytes.length && bytes[to] == 0;
  }

  /**
   * Adds the texts that have the form of a banner, {@code PYBv1.1 with STM32F405RG}, whatever
   * stands before them: {@code MicroPython v1.12 on 2019-12-20; PYBv1.1 with STM32F405RG}.
   *
   * @param found takes them up
   */
  void addBanners(Set<String> found) {
    TextSearch with = new TextSearch(WITH);
    int at = with.next(bytes, 0);
    while (at >= 0 && found.size() < MOST_BANNERS) {
      int from = at;
      while (from > 0 && isPrintable(bytes[from - 1]) && at - from < MOST_CHARACTERS) {
        from--;
      }
      String text = text(from, endOfText(at));
      int separator = text.lastIndexOf(SEPARATOR, at - from);
      found.add(separator < 0 ? text : text.substring(separator + SEPARATOR.length()));
      at = with.next(bytes, at + 1);
    }
  }

  /** Returns the first version that the part says it is. */
  Optional<MicroPythonVersion> version() {
    TextSearch prefix = new TextSearch(MicroPythonVersion.PREFIX);
    Optional<MicroPythonVersion> version = Optional.empty();
    int at = prefix.next(bytes, 0);
    while (at >= 0 && version.isEmpty()) {
      int tag = at + MicroPythonVersion.PREFIX.length();
      version = MicroPythonVersion.parse(text(tag, endOfText(tag)));
      at = prefix.next(bytes, tag);
    }
    return version;
  }

  private int endOfText(int from) {
    int to = from;
    while (to < bytes.length && isPrintable(bytes[to]) && to - from < MOST_CHARACTERS) {
      to++;
    }
    return to;
  }

  private static boolean isPrintable(byte value) {
    return value >= ' ' && value <= '~';
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
