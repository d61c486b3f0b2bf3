package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Utf8;
import mkfsdfu.source.HostFile;

/**
 * Arguments from files: {@code @FILE} stands for the words in FILE, and {@code @@x} for an argument
 * that begins with one {@code @}. Words are separated by blanks and line ends; {@code '...'} and
 * {@code "..."} hold what is between them together; what follows a {@code #} at the start of a word
 * is a comment. A file is UTF-8, and names no further files.
 */
final class ArgumentFiles {
  private final String file;
  private final String text;
  private int at;

  private ArgumentFiles(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Returns the arguments with the files' words in their places.
   *
   * @throws mkfsdfu.error.NoInputFailure if a file is missing or unreadable
   * @throws UsageFailure if a quotation does not end
   */
  static String[] expand(String[] args) {
    List<String> expanded = new ArrayList<>();
    for (String arg : args) {
      if (!arg.startsWith("@")) {
        expanded.add(arg);
      } else if (arg.startsWith("@@")) {
        expanded.add(arg.substring(1));
      } else {
        String name = arg.substring(1);
        new ArgumentFiles(name, text(name)).addWords(expanded);
      }
    }
    return expanded.toArray(new String[0]);
  }

  private static String text(String name) {
    try {
      return Utf8.text(HostFile.read(Values.path("@FILE", name)));
    } catch (NoInputFailure e) {
      throw new NoInputFailure(
          "",
          e.getMessage(),
          "@FILE stands for the words in a file; write @@" + name + " if it is meant as it is",
          List.of(),
          e);
    }
  }

  private void addWords(List<String> words) {
    skipBlanks();
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        words.add(word());
      }
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      char c = text.charAt(at++);
      if (c != '\'' && c != '"') {
        word.append(c);
        continue;
      }
      int end = text.indexOf(c, at);
      if (end < 0) {
        throw new UsageFailure(file, "a quotation that begins with " + c + " does not end", "");
      }
      word.append(text, at, end);
      at = end + 1;
    }
    return word.toString();
  }
}
