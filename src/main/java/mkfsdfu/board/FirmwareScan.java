package mkfsdfu.board;

import java.util.Optional;
import java.util.Set;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/**
 * Finds strings in a part of a firmware; none of a firmware's strings crosses its parts.
 *
 * <p>Every run looks for build names in hundreds of kilobytes, while nothing is compiled yet. That
 * is why it looks at one byte in as many as the shortest name has. All of it takes time in
 * proportion to the part, whatever is in it.
 */
final class FirmwareScan {
  private static final String WITH = " with ";
  private static final String SEPARATOR = "; ";

  /** No banner and no version is longer. */
  private static final int MOST_CHARACTERS = 200;

  /** A firmware has some dozens of texts that say "with". */
  private static final int MOST_BANNERS = 1000;

  private final Bytes data;

  FirmwareScan(FlashBytes part) {
    this.data = part.data();
  }

  /**
   * Adds the known names that stand between two NULs.
   *
   * @param found takes them up
   */
  void addNames(BuildNames known, Set<String> found) {
    boolean[] letters = known.letters();
    int shortest = known.shortest();
    int longest = known.longest();
    int at = data.firstOf(letters, 0, shortest);
    while (at < data.length()) {
      int from = startOfWord(letters, at, longest);
      int to = endOfWord(letters, at);
      if (to - from >= shortest && to - from <= longest && isBetweenNuls(from, to)) {
        String word = text(from, to);
        if (known.contains(word)) {
          found.add(word);
        }
      }
      at = data.firstOf(letters, to + shortest, shortest);
    }
  }

  private int startOfWord(boolean[] letters, int at, int longest) {
    int from = at;
    while (from > 0 && at - from <= longest && letters[data.u8(from - 1)]) {
      from--;
    }
    return from;
  }

  private int endOfWord(boolean[] letters, int at) {
    int to = at;
    while (to < data.length() && letters[data.u8(to)]) {
      to++;
    }
    return to;
  }

  private boolean isBetweenNuls(int from, int to) {
    return from > 0 && data.u8(from - 1) == 0 && to < data.length() && data.u8(to) == 0;
  }

  /**
   * Adds the texts that have the form of a banner, {@code PYBv1.1 with STM32F405RG}, whatever
   * stands before them: {@code MicroPython v1.12 on 2019-12-20; PYBv1.1 with STM32F405RG}.
   *
   * @param found takes them up
   */
  void addBanners(Set<String> found) {
    byte[] bytes = data.toArray();
    TextSearch with = new TextSearch(WITH);
    int at = with.next(bytes, 0);
    while (at >= 0 && found.size() < MOST_BANNERS) {
      int from = at;
      while (from > 0 && isPrintable(data.u8(from - 1)) && at - from < MOST_CHARACTERS) {
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
    byte[] bytes = data.toArray();
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
    while (to < data.length() && isPrintable(data.u8(to)) && to - from < MOST_CHARACTERS) {
      to++;
    }
    return to;
  }

  private static boolean isPrintable(int value) {
    return value >= ' ' && value <= '~';
  }

  private String text(int from, int to) {
    return data.slice(from, to - from).latin1();
  }
}
