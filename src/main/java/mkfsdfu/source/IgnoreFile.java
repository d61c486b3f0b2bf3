package mkfsdfu.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Utf8;

/** A file of patterns, in the form of a {@code .gitignore} (gitignore(5), pattern format). */
final class IgnoreFile {
  /** The one that is found by itself, in the source directory. */
  static final String NAME = ".mkfsdfuignore";

  private IgnoreFile() {}

  /**
   * Adds the file's rules to a list.
   *
   * @throws NoInputFailure if there is no such file, or it cannot be read
   */
  static void read(Path file, List<ExcludeRule> rules) {
    HostEntry entry = HostEntry.named(file, "a file of patterns");
    if (entry.isDirectory()) {
      throw new NoInputFailure(
          file.toString(), entry.describe() + ", a file of patterns is expected", "");
    }
    try {
      parse(file.getFileName().toString(), Utf8.text(Bytes.wrap(Files.readAllBytes(file))), rules);
    } catch (IOException e) {
      throw HostFailures.unreadable(file, e);
    }
  }

  private static void parse(String name, String text, List<ExcludeRule> rules) {
    int number = 0;
    int end;
    for (int start = 0; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      number++;
      int stop = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      String line = withoutBlanksAtEnd(text.substring(start, stop));
      if (!line.isEmpty() && line.charAt(0) != '#') {
        rules.add(ExcludeRule.parse(line, name + ":" + number + ": " + line));
      }
    }
  }

  /** Spaces at the end do not count, unless a backslash stands before them. */
  private static String withoutBlanksAtEnd(String line) {
    int keep = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
        keep = Math.min(i + 1, line.length());
      } else if (line.charAt(i) != ' ') {
        keep = i + 1;
      }
    }
    return line.substring(0, keep);
  }
}
