package mkfsdfu.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
final class NearestName {
  private NearestName() {}

  /**
   * Returns the name that the fewest edits lead to, if a third of the letters or fewer are wrong;
   * of equally near ones the first.
   */
  static Optional<String> of(String typed, List<String> names) {
    String best = null;
    int fewest = Math.max(2, typed.length() / 3) + 1;
    for (String name : names) {
      int edits = edits(letters(typed), letters(name));
      if (edits < fewest) {
        fewest = edits;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Case and the three ways to write a gap are not what tells names apart. */
  private static String letters(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Counts the characters to insert, drop or replace (Levenshtein), a row at a time. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
