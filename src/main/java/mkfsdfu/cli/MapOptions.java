package mkfsdfu.cli;

import java.nio.file.Path;
import java.util.Locale;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.pack.MapPath;
import mkfsdfu.pack.ModuleName;
import mkfsdfu.pack.PackRequest;
import picocli.CommandLine.ParseResult;

/** The options for files that the board reads in place: where the map of their addresses goes. */
final class MapOptions {
  private static final String MAP = "--map";
  private static final String MAP_IN = "--map-in";

  private MapOptions() {}

  static void addTo(CommandForm form) {
    form.value(
        "FILE", "Write where in flash each file lies, as Python (.py) or JSON (.json).", MAP);
    form.value("PATH", "Put that module into the volume: lib/assets.py.", MAP_IN);
  }

  /**
   * Reads what they say.
   *
   * @throws UsageFailure if a value is not what its option takes
   */
  static PackRequest.Mapping mapping(ParseResult parsed) {
    String path = Values.text(parsed, MAP_IN);
    return new PackRequest.Mapping(
        parsed.hasMatchedOption(MAP), path == null ? null : MapPath.parse(MAP_IN, path));
  }

  /**
   * Returns the file that the map is to be written to, or null.
   *
   * @throws UsageFailure if its name does not say in which form
   */
  static Path file(ParseResult parsed) {
    Path file = Values.path(parsed, MAP);
    if (file != null && !isJson(file) && !hasEnding(file, ".py")) {
      throw new UsageFailure(
          MAP, "'" + file + "' ends neither in .py nor in .json", "name it assets.py");
    }
    if (file != null && !isJson(file)) {
      ModuleName.demand(MAP, String.valueOf(file.getFileName()));
    }
    return file;
  }

  static boolean isJson(Path file) {
    return hasEnding(file, ".json");
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
