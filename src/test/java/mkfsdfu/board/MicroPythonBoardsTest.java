package mkfsdfu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mkfsdfu.board.Reach.Reachable;
import mkfsdfu.board.Reach.Unreachable;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Partition;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.BoardFacts;
import mkfsdfu.testing.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of boards against facts that were gathered apart from it. */
class MicroPythonBoardsTest {
  private static final BoardCatalog CATALOG = BoardCatalog.load();

  static Stream<Arguments> filesystems() {
    return BoardFacts.filesystems();
  }

  static Stream<Arguments> builds() {
    return Csv.rows("firmware.csv").stream().map(row -> Arguments.of(BoardFacts.nameOf(row), row));
  }

  static Stream<Arguments> namesInFirmware() {
    return BoardFacts.namesInFirmware();
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
            Csv.rows("firmware.csv").stream().map(BoardFacts::nameOf).toList());
  }

  /** As a product's would be. */
  @Test
  void isWellFormed() {
    BoardTable none = BoardTable.read("none", List.of(), null);
    BoardTable table = BoardTable.read(MicroPythonBoards.NAME, MicroPythonBoards.LINES, none);

    assertThat(table.boards()).hasSizeGreaterThan(81);
  }

  @Test
  void knowsBeforehandWhatBuildNamesHaveInCommon() {
    assertThat(CATALOG.boards().stream().flatMap(board -> board.builds().stream()))
        .extracting(BoardBuild::buildName)
        .allMatch(name -> name.matches("[A-Z0-9_-]+"))
        .extracting(String::length)
        .contains(CATALOG.buildNames().shortest(), CATALOG.buildNames().longest())
        .allMatch(
            length ->
                length >= MicroPythonBoards.SHORTEST_BUILD_NAME
                    && length <= MicroPythonBoards.LONGEST_BUILD_NAME);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesystems")
  void hasTheFilesystem(String name, List<Map<String, String>> rows) {
    Map<String, String> first = rows.get(0);
    FlashFilesystem filesystem = find(name).filesystem();

    assertThat(filesystem.storage().word()).isEqualTo(first.get("storage"));
    assertThat(filesystem.mounts().stream().anyMatch(kind -> kind.startsWith("lfs")))
        .isEqualTo(!first.get("lfs").isEmpty());
    assertThat(filesystem.label()).isEqualTo(BoardFacts.labelThatFatFsWrites(first.get("label")));
    if (filesystem.storage() != Storage.NONE) {
      assertThat(filesystem.blockBytes()).isEqualTo(Integer.parseInt(first.get("block_size")));
      assertThat(filesystem.segments())
          .isEqualTo(first.get("start").isEmpty() ? List.of() : BoardFacts.regions(rows));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesystems")
  void isReachedOrRefusedForItsOwnReason(String name, List<Map<String, String>> rows) {
    String expected = BoardFacts.whyNot(name, rows.get(0));
    Reach reach = find(name).reach();

    if (expected.isEmpty()) {
      assertThat(reach)
          .isEqualTo(
              new Reachable(
                  new Partition(
                      BoardFacts.regions(rows), Integer.parseInt(rows.get(0).get("block_size")))));
    } else {
      assertThat(reach).isInstanceOf(Unreachable.class);
      assertThat(((Unreachable) reach).reason()).contains(name).contains(expected);
      assertThat(((Unreachable) reach).wayOut()).isNotEmpty();
    }
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
