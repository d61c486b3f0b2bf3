package mkfsdfu.board;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of builds in firmware, as one search for all of them needs them. What MicroPython's own
 * have in common is known beforehand: putting it together from the table is a fortieth of a run.
 */
final class BuildNames {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

  /** For fewer words than this, looking through the lines is quicker than a set of all names. */
  private static final int FEW = 50;

  private final List<BoardLine> lines;
  private final boolean[] letters;
  private int shortest;
  private int longest;
  private int asked;
  private Set<String> all;

  private BuildNames(List<BoardLine> lines, boolean[] letters, int shortest, int longest) {
    this.lines = lines;
    this.letters = letters;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Takes the lines of MicroPython's boards. */
  static BuildNames ofMicroPython(List<BoardLine> lines) {
    BuildNames names =
        new BuildNames(
            lines,
            new boolean[256],
            MicroPythonBoards.SHORTEST_BUILD_NAME,
            MicroPythonBoards.LONGEST_BUILD_NAME);
    names.addLetters(LETTERS);
    return names;
  }

  /**
   * Returns the names of more lines.
   *
   * @param all what a name is looked up in
   * @param more those of them whose names these did not know
   */
  BuildNames with(List<BoardLine> all, List<BoardLine> more) {
    BuildNames names = new BuildNames(all, letters.clone(), shortest, longest);
    for (BoardLine line : more) {
      for (String name : line.buildNames()) {
        names.add(name);
      }
    }
    return names;
  }

  private void add(String name) {
    shortest = Math.min(shortest, name.length());
    longest = Math.max(longest, name.length());
    addLetters(name);
  }

  private void addLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      letters[text.charAt(i) & 0xff] = true;
    }
  }

  /** Returns by its code which characters a name may have; names are Latin-1. */
  boolean[] letters() {
    return letters;
  }

  /** Returns a number of characters that every name has. */
  int shortest() {
    return shortest;
  }

  /** Returns a number of characters that no name goes beyond. */
  int longest() {
    return longest;
  }

  /** Tells whether a build has the name. */
  boolean contains(String name) {
    asked++;
    return asked > FEW ? all().contains(name) : isInLines(name);
  }

  private boolean isInLines(String name) {
    for (BoardLine line : lines) {
      if (!line.buildsNamed(name).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Set<String> all() {
    if (all == null) {
      all = new HashSet<>();
      for (BoardLine line : lines) {
        all.addAll(line.buildNames());
      }
    }
    return all;
  }
}
