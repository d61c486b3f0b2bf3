package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of where files lie in flash, read by Python with a uctypes that reads the .dfu's bytes. */
class MapTest {
  /** As MicroPython's: bytearray_at refers to memory. Nothing else may be used. */
  private static final String UCTYPES =
      """
      class Flash:
          parts = {}

      def bytearray_at(address, length):
          if length == 0:
              return bytearray()
          for start, data in Flash.parts.items():
              if start <= address and address + length <= start + len(data):
                  return bytearray(data[address - start:address - start + length])
          raise MemoryError(hex(address))
      """;

  /** Compares what the map shows with a directory, and prints how many files it has seen. */
  private static final String CHECK =
      """
      import os, struct, sys
      folder, dfu, name, tree = sys.argv[1:]
      sys.path.insert(0, folder)
      sys.dont_write_bytecode = True
      import uctypes
      data = open(dfu, "rb").read()
      at = 11 + 274
      for _ in range(struct.unpack("<I", data[at - 4:at])[0]):
          address, length = struct.unpack("<II", data[at:at + 8])
          uctypes.Flash.parts[address] = data[at + 8:at + 8 + length]
          at += 8 + length
      map = __import__(name)
      for path, (address, length) in map.FILES.items():
          shown = map.view(path)
          assert type(shown) is memoryview, path
          content = open(os.path.join(tree, path), "rb").read()
          assert len(content) == length, path
          assert bytes(shown) == content, path
      print(len(map.FILES))
      """;

  @TempDir private Path folder;
  private Workbench bench;
  private Path output;

  @BeforeEach
  void fillAssets() {
    bench =
        new Workbench(folder)
            .file("main.py", 1000)
            .file("empty.txt", 0)
            .file("img/logo.bmp", 20_000)
            .file("img/icons/on.565", 512)
            .file("a long name.text", 513);
    output = folder.resolve("fw.dfu");
  }

  @Test
  void showsEveryFileToPython() {
    pack(bench.firmware(), "--map", folder.resolve("assets_map.py"));

    assertThat(filesSeenThrough("assets_map", bench.assets())).isEqualTo(5);
  }

  @Test
  void tellsTheSameInJson() throws Exception {
    pack(bench.firmware(), "--map", folder.resolve("map.json"));
    JsonObject map = JsonParser.object().from(Files.readString(folder.resolve("map.json")));

    assertThat(map.getObject("files")).hasSize(5);
    JsonObject logo = map.getObject("files").getObject("img/logo.bmp");
    assertThat(logo.getInt("bytes")).isEqualTo(20_000);
    assertThat(map.getObject("leftOut")).isEmpty();
    int at = (int) (Address.parse(logo.getString("address")).value() - 0x08004000L);
    assertThat(volume().slice(at, 20_000).toArray())
        .isEqualTo(Workbench.bytes(bench.assets().resolve("img/logo.bmp")));
  }

  @Test
  void putsTheMapIntoTheVolumeThatItMaps() throws IOException {
    byte[] first = pack(bench.firmware(), "--map-in", "lib/where.py");
    Path module = folder.resolve("where.py");

    assertThat(CommandRun.of("extract", output, "lib/where.py", "-C", folder.resolve("out")).err())
        .isEmpty();
    Files.copy(folder.resolve("out/where.py"), module);

    assertThat(filesSeenThrough("where", bench.assets())).isEqualTo(5);
    assertThat(bench.pack(output, bench.assets(), output, "--map-in", "lib/where.py"))
        .isEqualTo(first);
    assertThat(Files.readString(module)).doesNotContain("lib/where.py");
  }

  @Test
  void laysTheVolumeOutAsTheDriverWouldWithTheSameModule() throws IOException {
    byte[] mapped = pack(bench.firmware(), "--map-in", "img/where.py", "--map", map());
    Files.copy(map(), bench.assets().resolve("img/where.py"));
    Files.setLastModifiedTime(
        bench.assets().resolve("img/where.py"), FileTime.from(Workbench.TIME));

    assertThat(pack(bench.firmware())).isEqualTo(mapped);
  }

  @Test
  void leavesOutAFileInTwoPieces() throws IOException {
    bench.file("large.bin", 180_000).file("small.bin", 3000);
    Path firmware =
        firmware("NUCLEO_F413ZH", "NUCLEO-F413ZH with STM32F413", 0x08000000, 0x08060000);
    CommandRun run =
        CommandRun.of(
            bench.assets(), firmware, "-o", output, "--map", map(), "--map-in", "where.py");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("note: 1 file has no address in the map: large.bin lies in two places in flash");
    assertThat(Files.readString(map()))
        .contains("      # \"large.bin\" in two pieces\n")
        .contains("    \"small.bin\": (0x0804");
    assertThat(filesSeenThrough("map", bench.assets())).isEqualTo(6);
  }

  @Test
  void leavesOutAllOfAChipThatIsNoMemory() throws IOException {
    Path firmware = firmware("PYBD_SF2", "PYBD-SF2W with STM32F722IEK", 0x08008000, 0x90000000L);
    CommandRun run = CommandRun.of(bench.assets(), firmware, "-o", output, "--map", map());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("note: 4 files have no address in the map: a long name.text and others lie in")
        .contains("flash that the processor does not see as memory");
    assertThat(filesSeenThrough("map", bench.assets())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --map    | map.txt        | 64 | --map: 'map.txt' ends neither in .py nor in .json
          --map-in | where          | 64 | --map-in: 'where' is no Python module's path
          --map-in | lib.py/        | 64 | --map-in: 'lib.py/' is no Python module's path
          --map-in | ../where.py    | 64 | --map-in: '../where.py' has a part ".."
          --map-in | main.py        | 65 | --map-in main.py: the directory has main.py at this place
          --map-in | MAIN.py        | 65 | --map-in MAIN.py: the directory has main.py at this place
          --map-in | IMG/where.py   | 65 | --map-in IMG/where.py: the directory has img at this place
          --map-in | main.py/a.py   | 65 | --map-in main.py/a.py: the directory has main.py at this
          --map-in | wo?/lib.py     | 65 | --map-in wo?/lib.py: the name wo?
          --map-in | lib/a-b.py     | 64 | --map-in: 'a-b.py' is no module that Python can import
          --map    | a b.py         | 64 | --map: 'a b.py' is no module that Python can import
          """)
  void refusesAPlaceThatCannotBe(String option, String value, int exit, String message) {
    CommandRun run = CommandRun.of(bench.assets(), bench.firmware(), "-o", output, option, value);

    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.err()).contains(message);
    assertThat(output).doesNotExist();
  }

  @Test
  void writesNoMapInADryRun() {
    CommandRun.of(bench.assets(), bench.firmware(), "--dry-run", "--map", map());

    assertThat(map()).doesNotExist();
  }

  private Path map() {
    return folder.resolve("map.py");
  }

  private byte[] pack(Path firmware, Object... more) {
    Object[] arguments = new Object[4 + more.length];
    System.arraycopy(new Object[] {bench.assets(), firmware, "-o", output}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return bench.pack(output, arguments);
  }

  private int filesSeenThrough(String module, Path tree) {
    bench.write("uctypes.py", UCTYPES);
    bench.write("check.py", CHECK);
    ExternalTool.Result result =
        ExternalTool.named("python3")
            .run(Map.of(), folder.resolve("check.py"), folder, output, module, tree);
    assertThat(result.exit()).as(result.err()).isZero();
    return Integer.parseInt(result.out().trim());
  }

  private Bytes volume() {
    for (DfuElement element :
        DfuReader.read("", Bytes.wrap(Workbench.bytes(output))).targets().get(0).elements()) {
      if (element.address().value() == 0x08004000L) {
        return element.data();
      }
    }
    throw new AssertionError("no volume");
  }

  private Path firmware(String name, String banner, long... starts) throws IOException {
    Region[] parts = new Region[starts.length];
    for (int i = 0; i < starts.length; i++) {
      parts[i] = new Region(new Address(starts[i]), 4096);
    }
    return Files.write(
        folder.resolve("other.dfu"),
        StandInFirmware.bytes(StandInFirmware.of(name, banner, parts)));
  }
}
