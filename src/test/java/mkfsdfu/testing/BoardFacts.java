package mkfsdfu.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Region;
import org.junit.jupiter.params.provider.Arguments;

/** What testdata/boards says of the boards, put together for tests. */
public final class BoardFacts {
  private BoardFacts() {}

  /** The rows of boards.csv, those of one filesystem together. */
  public static Map<String, List<Map<String, String>>> filesystemsByName() {
    Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.rows("boards.csv")) {
      groups.computeIfAbsent(nameOf(row), name -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** The same, for parameterized tests: name and rows. */
  public static Stream<Arguments> filesystems() {
    return filesystemsByName().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  /** Each name in firmware with each build that has it. */
  public static Stream<Arguments> namesInFirmware() {
    List<Arguments> all = new ArrayList<>();
    for (Map<String, String> names : Csv.rows("board_names.csv")) {
      for (Map<String, String> firmware : Csv.rows("firmware.csv")) {
        boolean variant = firmware.get("build").equals("VARIANT=" + names.get("variant"));
        boolean plain =
            names.get("variant").isEmpty() && !firmware.get("build").startsWith("VARIANT=");
        if (names.get("board").equals(firmware.get("board")) && (variant || plain)) {
          all.add(Arguments.of(nameOf(firmware), names, firmware));
        }
      }
    }
    return all.stream();
  }

  /** Returns the name that a row's build goes by with --board. */
  public static String nameOf(Map<String, String> row) {
    String build = row.get("build");
    return switch (build) {
      case "default" -> row.get("board");
      case "USE_MBOOT=1" -> row.get("board") + "-mboot";
      case "USE_MBOOT=0" -> row.get("board") + "-no-mboot";
      default -> row.get("board") + "-" + build.substring("VARIANT=".length());
    };
  }

  /** FatFs: at most 11 characters, upper case; a longer one is refused, and nobody looks. */
  public static String labelThatFatFsWrites(String wanted) {
    return wanted.length() > 11 ? "" : wanted.toUpperCase(Locale.ROOT);
  }

  /** The segments where DFU sees them, or else in their chip. */
  public static List<Region> regions(List<Map<String, String>> rows) {
    List<Region> regions = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String mapped = row.get("dfu_address_space");
      String start = mapped.startsWith("mboot:0x") ? mapped.substring(6) : row.get("start");
      regions.add(new Region(Address.parse(start), Long.parseLong(row.get("length"))));
    }
    return regions;
  }

  /** Returns what in the reason tells why a volume cannot be flashed; empty if it can. */
  public static String whyNot(String name, Map<String, String> row) {
    String filesystem = row.get("default_filesystem");
    String dfu = row.get("dfu_address_space");
    if (filesystem.equals("none")) {
      return "keeps no filesystem in flash";
    } else if (filesystem.startsWith("none(")) {
      return "formats with littlefs (" + row.get("lfs") + ")";
    } else if (dfu.contains("REFUSED")) {
      return "mboot, which refuses to write 0x08000000-0x08007fff";
    } else if (!dfu.equals("none")) {
      return "";
    } else if (row.get("start").isEmpty()) {
      return "not known where";
    } else if (name.startsWith("ARDUINO")) {
      return "maker's bootloader";
    }
    return row.get("build").equals("USE_MBOOT=1")
        ? "mboot maps to no address"
        : "ST's loader in ROM cannot write";
  }
}
