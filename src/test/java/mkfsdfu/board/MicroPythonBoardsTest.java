package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.board.Reach.Reachable;
import mkfsdfu.board.Reach.Unreachable;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of boards against facts that were gathered apart from it. */
class MicroPythonBoardsTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();

  /** The rows of boards.csv, those of one filesystem together. */
  static Stream<Arguments> filesystems() {
    Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.rows("boards.csv")) {
      groups.computeIfAbsent(nameOf(row), name -> new ArrayList<>()).add(row);
    }
    return groups.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  static Stream<Arguments> builds() {
    return Csv.rows("firmware.csv").stream().map(row -> Arguments.of(nameOf(row), row));
  }

  /** Each name in firmware with each build that has it. */
  static Stream<Arguments> namesInFirmware() {
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

  private static String nameOf(Map<String, String> row) {
    String build = row.get("build");
    return switch (build) {
      case "default" -> row.get("board");
      case "USE_MBOOT=1" -> row.get("board") + "-mboot";
      case "USE_MBOOT=0" -> row.get("board") + "-no-mboot";
      default -> row.get("board") + "-" + build.substring("VARIANT=".length());
    };
  }

  private static BoardBuild find(String name) {
    return CATALOG.find(name).orElseThrow();
  }

  @Test
  void knowsEveryBoardAndNoOther() {
    assertThat(CATALOG.boards())
        .extracting(Board::name)
        .containsExactlyElementsOf(
            Csv.rows("board_names.csv").stream().map(row -> row.get("board")).distinct().toList())
        .hasSize(81);
    assertThat(CATALOG.boards().stream().flatMap(board -> board.builds().stream()))
        .extracting(BoardBuild::name)
        .containsExactlyInAnyOrderElementsOf(
            Csv.rows("firmware.csv").stream().map(MicroPythonBoardsTest::nameOf).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesystems")
  void hasTheFilesystem(String name, List<Map<String, String>> rows) {
    Map<String, String> first = rows.get(0);
    FlashFilesystem filesystem = find(name).filesystem();

    assertThat(filesystem.storage().word()).isEqualTo(first.get("storage"));
    assertThat(filesystem.mountsLittlefs()).isEqualTo(!first.get("lfs").isEmpty());
    assertThat(filesystem.label()).isEqualTo(labelThatFatFsWrites(first.get("label")));
    if (filesystem.storage() != Storage.NONE) {
      assertThat(filesystem.blockBytes()).isEqualTo(Integer.parseInt(first.get("block_size")));
      assertThat(filesystem.segments())
          .isEqualTo(first.get("start").isEmpty() ? List.of() : regions(rows));
    }
  }

  /** FatFs: at most 11 characters, upper case; a longer one is refused, and nobody looks. */
  private static String labelThatFatFsWrites(String wanted) {
    return wanted.length() > 11 ? "" : wanted.toUpperCase(Locale.ROOT);
  }

  /** The segments where DFU sees them, or else in their chip. */
  private static List<Region> regions(List<Map<String, String>> rows) {
    List<Region> regions = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String mapped = row.get("dfu_address_space");
      String start = mapped.startsWith("mboot:0x") ? mapped.substring(6) : row.get("start");
      regions.add(new Region(Address.parse(start), Long.parseLong(row.get("length"))));
    }
    return regions;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesystems")
  void isReachedOrRefusedForItsOwnReason(String name, List<Map<String, String>> rows) {
    String expected = whatToExpect(name, rows.get(0));
    Reach reach = find(name).reach();

    if (expected.isEmpty()) {
      assertThat(reach)
          .isEqualTo(
              new Reachable(
                  new Partition(regions(rows), Integer.parseInt(rows.get(0).get("block_size")))));
    } else {
      assertThat(reach).isInstanceOf(Unreachable.class);
      assertThat(((Unreachable) reach).reason()).contains(name).contains(expected);
      assertThat(((Unreachable) reach).wayOut()).isNotEmpty();
    }
  }

  private static String whatToExpect(String name, Map<String, String> row) {
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("builds")
  void hasTheFirmwareElements(String name, Map<String, String> row) {
    BoardBuild build = find(name);

    assertThat(build.firmware())
        .map(Address::toString)
        .isEqualTo(Words.of(row.get("element_addresses")));
    assertThat(build.loader() == Loader.MBOOT || build.loader() == Loader.OTHER)
        .isEqualTo(row.get("uses_bootloader").equals("1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namesInFirmware")
  void isRecognisedByItsBuildName(String name, Map<String, String> names, Map<String, String> row) {
    List<FlashBytes> firmware =
        StandInFirmware.at(row.get("element_addresses"), names.get("build_name"));

    FirmwareIdentity identity = FirmwareIdentity.of(CATALOG, firmware);

    assertThat(identity.namedBy()).isEqualTo(FirmwareIdentity.NamedBy.BUILD_NAME);
    assertThat(identity.build()).contains(find(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("namesInFirmware")
  void isRecognisedByItsBanner(String name, Map<String, String> names, Map<String, String> row) {
    String banner = names.get("hw_board_name") + " with " + names.get("hw_mcu_name");
    List<FlashBytes> firmware = StandInFirmware.at(row.get("element_addresses"), "; " + banner);

    FirmwareIdentity identity = FirmwareIdentity.of(CATALOG, firmware);

    assertThat(identity.namedBy()).isEqualTo(FirmwareIdentity.NamedBy.BANNER);
    if (names.get("board").equals("WEACT_F411_BLACKPILL")) {
      assertThat(identity.isAmbiguous()).isTrue();
      assertThat(identity.build()).isEmpty();
      assertThat(identity.candidates()).contains(find(name));
    } else {
      BoardBuild found = identity.build().orElseThrow();
      assertThat(found.board()).isEqualTo(names.get("board"));
      assertThat(found.loader()).isEqualTo(find(name).loader());
      assertThat(found.filesystem()).isEqualTo(find(name).filesystem());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesystems")
  void keepsItsFilesystemInSectors(String name, List<Map<String, String>> rows) {
    BoardBuild build = find(name);
    if (!build.filesystem().addressed()) {
      assertThat(build.reach()).isInstanceOf(Unreachable.class);
      return;
    }
    for (int i = 0; i < build.filesystem().segments().size(); i++) {
      Region segment = build.filesystem().segments().get(i);
      EraseMap map = build.eraseMap();
      String inside = rows.get(i).get("ends_inside_sector");
      Region last = map.sectorAt(new Address(segment.end() - 1)).orElseThrow();

      assertThat(map.covers(segment)).isTrue();
      if (inside.isEmpty()) {
        assertThat(last.end()).isEqualTo(segment.end());
      } else {
        assertThat(last.end()).isGreaterThan(segment.end());
        assertThat(last.start() + "+" + last.bytes() / 1024 + "K").isEqualTo(inside);
      }
    }
  }
}
