package mkfsdfu.board;

import java.util.ArrayList;
import java.util.List;

/** Cuts text at a character, without the blanks around the parts. */
final class Words {
  private Words() {}

  /** Returns the parts between the separators, empty ones too. */
  static List<String> between(char separator, String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at).trim());
      from = at + 1;
    }
    parts.add(text.substring(from).trim());
    return parts;
  }

  /** Returns the words between blanks, none of them empty. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String word : between(' ', text)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
