package mkfsdfu.pack;

import java.util.Set;
import mkfsdfu.error.UsageFailure;

/** Which files Python can import by their names (The Python Language Reference, 2.3). */
public final class ModuleName {
  /** How a module's file ends. */
  private static final String ENDING = ".py";

  /** What stands for something else in the language; MicroPython knows no more of them. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" ", -1));

  private ModuleName() {}

  /**
   * Demands a name that can be imported, of ASCII characters.
   *
   * @param option what it was given with, for the message
   * @param file the file's name, without its path
   * @throws UsageFailure if it is none
   */
  public static void demand(String option, String file) {
    if (!file.endsWith(ENDING) || !isName(file.substring(0, file.length() - ENDING.length()))) {
      throw new UsageFailure(
          option, "'" + file + "' is no module that Python can import", "name it assets.py");
    }
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !name.isEmpty() && !KEYWORDS.contains(name);
  }
}
