package mkfsdfu.board;

import java.util.Optional;

/**
 * Which .mpy files a firmware loads. The table is that of MicroPython's own documentation
 * (docs/reference/mpyfiles.rst, "Versioning and compatibility of .mpy files", release 1.29).
 *
 * <p>The version must be the firmware's. The sub-version and the architecture count only where
 * there is native code.
 */
public final class MpyLoader {
  /** The newest release that the table is known to hold for. */
  private static final int NEWEST_MINOR = 29;

  /** Bits of a small integer on all boards of the stm32 port. */
  private static final int SMALL_INT_BITS = 31;

  private final MicroPythonVersion release;
  private final Loads[] loads;
  private final String mcu;
  private final int architecture;

  private record Loads(int minor, int patch, int version, int subVersion) {}

  /** From which 1.x.y on which version is loaded, the newest first. */
  private static final Loads[] TABLE = {
    new Loads(23, 0, 6, 3),
    new Loads(22, 0, 6, 2),
    new Loads(20, 0, 6, 1),
    new Loads(19, 0, 6, 0),
    new Loads(12, 0, 5, 0),
    new Loads(11, 0, 4, 0),
    new Loads(9, 3, 3, 0),
    new Loads(9, 0, 2, 0),
    new Loads(5, 1, 0, 0),
  };

  private MpyLoader(MicroPythonVersion release, Loads[] loads, BoardBuild board) {
    this.release = release;
    this.loads = loads;
    this.mcu = board == null ? "" : board.mcu();
    this.architecture = MpyArchitecture.of(mcu);
  }

  /**
   * Returns what a firmware loads.
   *
   * @param board the board, or null if it is not known: then any ARM's machine code will do
   * @return nothing if the release is older or newer than what is known
   */
  public static Optional<MpyLoader> of(MicroPythonVersion release, BoardBuild board) {
    int minor = release.minor();
    if (release.major() != 1 || minor > NEWEST_MINOR) {
      return Optional.empty();
    }
    // A build between two releases may load as the one before or as the one after.
    boolean between = release.tag().indexOf('-') >= 0;
    Loads lowest = loads(between ? minor - 1 : minor, between ? 0 : patch(release));
    Loads middle = loads(minor, patch(release));
    Loads highest = between ? loads(minor + 1, 0) : middle;
    return lowest == null
        ? Optional.empty()
        : Optional.of(new MpyLoader(release, new Loads[] {middle, lowest, highest}, board));
  }

  private static Loads loads(int minor, int patch) {
    for (Loads row : TABLE) {
      if (minor > row.minor() || (minor == row.minor() && patch >= row.patch())) {
        return row;
      }
    }
    return null;
  }

  /** Returns the y of {@code v1.x.y}; releases before 1.20 may have none. */
  private static int patch(MicroPythonVersion release) {
    String tag = release.tag();
    int at = tag.indexOf('.', tag.indexOf('.') + 1) + 1;
    boolean digit = at > 0 && at < tag.length() && Character.isDigit(tag.charAt(at));
    return digit ? tag.charAt(at) - '0' : 0;
  }

  /** Returns why a file is not loaded, naming what it has and what is expected; empty if it is. */
  public Optional<String> objection(MpyHeader file) {
    boolean version = false;
    boolean subVersion = false;
    for (Loads row : loads) {
      version |= row.version() == file.version();
      subVersion |= row.version() == file.version() && row.subVersion() == file.subVersion();
    }
    if (!version) {
      return Optional.of(
          ".mpy version " + file.version() + ", " + who() + " loads " + loads[0].version());
    }
    if (file.smallIntBits() > SMALL_INT_BITS) {
      return Optional.of(
          "integers of " + file.smallIntBits() + " bits, the board has " + SMALL_INT_BITS);
    }
    if (!file.isNative()) {
      return Optional.empty();
    }
    if (!subVersion) {
      return Optional.of(
          "native code of .mpy version "
              + file.version()
              + "."
              + file.subVersion()
              + ", "
              + who()
              + " loads "
              + loads[0].version()
              + "."
              + loads[0].subVersion());
    }
    int own = architecture == 0 ? MpyArchitecture.MOST_ARM : architecture;
    if (!MpyArchitecture.runs(own, file.architecture())) {
      return Optional.of(
          "native code for "
              + MpyArchitecture.name(file.architecture())
              + ", "
              + (mcu.isEmpty() ? "an STM32" : mcu)
              + " runs armv6m to "
              + MpyArchitecture.name(own));
    }
    return Optional.empty();
  }

  private String who() {
    return "MicroPython " + release.tag();
  }
}
