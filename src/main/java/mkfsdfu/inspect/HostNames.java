package mkfsdfu.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which names of a volume may become names of files on the host. */
final class HostNames {
  /** What a path has, or what one system or the other gives a meaning of its own. */
  private static final String SPECIAL = "/\\:*?\"<>|";

  /** Names that Windows takes for devices, whatever ending they have. */
  private static final Set<String> DEVICES =
      Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

  /** The longest name that common filesystems have, in bytes. */
  private static final int MOST_BYTES = 255;

  private HostNames() {}

  /**
   * Returns why a name must not become one on the host, or nothing.
   *
   * @param windows whether the host gives devices names
   */
  static Optional<String> objection(String name, boolean windows) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Optional.of("its name is no file's name");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of("its name has a control character");
      }
      if (SPECIAL.indexOf(c) >= 0) {
        return Optional.of("its name has '" + c + "', which is no character of a file's name");
      }
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of("its name ends with a dot or a space");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("its name is longer than " + MOST_BYTES + " bytes");
    }
    return windows && isDevice(name)
        ? Optional.of("its name is that of a device")
        : Optional.empty();
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String base =
        (dot < 0 ? name : name.substring(0, dot)).toUpperCase(Locale.ROOT).stripTrailing();
    boolean port = base.length() == 4 && (base.startsWith("COM") || base.startsWith("LPT"));
    return DEVICES.contains(base) || (port && Character.isDigit(base.charAt(3)));
  }
}
