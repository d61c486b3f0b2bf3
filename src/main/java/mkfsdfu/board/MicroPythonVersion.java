package mkfsdfu.board;

import java.util.List;
import java.util.Optional;
import mkfsdfu.flash.FlashBytes;

/**
 * The release that a firmware says it is.
 *
 * @param tag as the firmware has it: {@code v1.25.0}, {@code v1.26.0-preview.74.gb2f3}
 * @param date of the build, {@code 2025-04-15}
 * @param major the 1 of 1.25.0
 * @param minor the 25 of 1.25.0
 */
public record MicroPythonVersion(String tag, String date, int major, int minor) {
  /** What stands before the tag in the firmware. */
  static final String PREFIX = "MicroPython v";

  private static final String ON = " on ";
  private static final int DATE_CHARACTERS = "2025-04-15".length();

  /** Returns the version that a firmware says it is, if it says one. */
  public static Optional<MicroPythonVersion> of(List<FlashBytes> firmware) {
    Optional<MicroPythonVersion> version = Optional.empty();
    for (FlashBytes part : firmware) {
      if (version.isEmpty()) {
        version = new FirmwareScan(part).version();
      }
    }
    return version;
  }

  /**
   * Reads what follows {@link #PREFIX}: {@code 1.25.0 on 2025-04-15}, and perhaps more. It is not a
   * version if there is no number, or no date.
   */
  static Optional<MicroPythonVersion> parse(String text) {
    int on = text.indexOf(ON);
    int end = on + ON.length() + DATE_CHARACTERS;
    if (on < 0 || end > text.length() || !isDate(text.substring(end - DATE_CHARACTERS, end))) {
      return Optional.empty();
    }
    int dot = text.indexOf('.');
    int major = number(text, 0);
    int minor = number(text, dot + 1);
    if (dot < 0 || dot > on || major < 0 || minor < 0 || text.lastIndexOf(' ', on - 1) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new MicroPythonVersion(
            "v" + text.substring(0, on), text.substring(end - DATE_CHARACTERS, end), major, minor));
  }

  private static boolean isDate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : !isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the number of at most four digits that starts at an index, or -1. */
  private static int number(String text, int from) {
    int value = -1;
    for (int i = from; i < text.length() && i < from + 4; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        break;
      }
      value = Math.max(value, 0) * 10 + c - '0';
    }
    return value;
  }

  /** Returns the release as people call it: {@code MicroPython v1.25.0 on 2025-04-15}. */
  @Override
  public String toString() {
    return "MicroPython " + tag + ON + date;
  }
}
