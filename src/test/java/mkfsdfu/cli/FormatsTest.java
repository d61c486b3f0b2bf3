package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.dfu.DfuTarget;
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

/** The same volume and firmware in every form of file. */
class FormatsTest {
  private static final int VOLUME_BYTES = 112 << 10;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void fillAssets() {
    bench = new Workbench(folder).file("main.py", 1000).file("lib/data.bin", 20_000);
  }

  @Test
  void writesInHexWhatItWritesInDfu() throws IOException {
    byte[] dfu = pack("fw.dfu", bench.firmware());
    byte[] hex = pack("fw.hex", bench.firmware());

    assertThat(hex).startsWith(":020000040800F2\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(flashOf("fw.hex")).isEqualTo(flash(dfu));
  }

  @Test
  void makesTheSameDfuFromAHexThatSrecCatMade() throws IOException {
    byte[] wanted = pack("wanted.dfu", bench.firmware());

    assertThat(pack("fw.dfu", firmwareAsHex())).isEqualTo(wanted);
  }

  @Test
  void changesAHexInPlaceThoughVolumeAndFirmwareTouch() throws IOException {
    Path hex = firmwareAsHex();
    byte[] first = bench.pack(hex, bench.assets(), hex);
    byte[] second = bench.pack(hex, bench.assets(), hex);
    assertThat(second).isEqualTo(first);

    bench.file("more.txt", 5000);
    byte[] third = bench.pack(hex, bench.assets(), hex);

    assertThat(third).isEqualTo(pack("fresh.hex", bench.firmware())).isNotEqualTo(first);
  }

  @Test
  void keepsTheStartAddressOfAHex() throws IOException {
    Path hex = firmwareAsHex();
    Files.writeString(
        hex, Files.readString(hex).replace(":00000001FF", ":04000005080001C12D\r\n:00000001FF"));

    assertThat(new String(pack("fw.hex", hex), StandardCharsets.US_ASCII))
        .endsWith(":04000005080001C12D\r\n:00000001FF\r\n");
  }

  @Test
  void replacesRawBytesInAHexWhereverTheyTouchOthers() throws IOException {
    Path left = bench.write("left.bin", "left bytes, 24 of them..");
    Path right = bench.write("right.bin", "right bytes, 24 of them.");
    Object[] arguments = {
      bench.assets(),
      firmwareAsHex(),
      "-b",
      "0x080c0000:" + left,
      "-b",
      "0x080c0018:" + right,
      "--force",
    };
    Path hex = (Path) arguments[1];
    byte[] first = bench.pack(hex, arguments);

    assertThat(bench.pack(hex, arguments)).isEqualTo(first);
    assertThat(Arrays.copyOfRange(flashOf("firmware.hex"), 0xc0000, 0xc0030))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("left bytes, 24 of them..right bytes, 24 of them.");
  }

  @Test
  void takesASmallerVolumeInAHexWhereTheBoardSaysWhereTheOldOneEnds() throws IOException {
    byte[] large = pack("fw.hex", bench.firmware());
    Path hex = folder.resolve("fw.hex");
    byte[] wanted = pack("small.hex", bench.firmware(), "--fs-size", "64K");

    assertThat(bench.pack(hex, bench.assets(), hex, "--fs-size", "64K"))
        .isEqualTo(wanted)
        .isNotEqualTo(large);
  }

  @Test
  void refusesAVolumeInAHexThatCannotBeToldFromWhatFollows() throws IOException {
    Path hex = folder.resolve("fw.hex");
    write(
        hex,
        new int[] {0x08004000, 0x08004000 + VOLUME_BYTES},
        pack("fs.img", bench.firmware()),
        new byte[5000]);

    assertRefused(
        CommandRun.of(bench.assets(), hex, "--fs-addr", "0x08004000:64K"),
        65,
        "fw.hex: the volume at 0x08004000 claims more than its filesystem has, and in Intel HEX it"
            + " cannot be told from what follows at 0x08014000; start from a .hex without");
  }

  @Test
  void joinsPartsOfAHexThatADfuCannotHaveApart() throws IOException {
    byte[] code = new byte[4096];
    new Random(1).nextBytes(code);
    Path hex = folder.resolve("fw.hex");
    write(hex, new int[] {0x08020000, 0x08020801}, Arrays.copyOf(code, 2045), code);

    DfuFile dfu =
        DfuReader.read("fw.dfu", Bytes.wrap(pack("fw.dfu", hex, "--fs-addr", "0x08004000:112K")));

    List<DfuElement> elements = dfu.targets().get(0).elements();
    assertThat(elements)
        .extracting(element -> element.region().toString())
        .containsExactly("0x08020000-0x080207ff", "0x08020801-0x08021800", "0x08004000-0x0801ffff");
  }

  @Test
  void compressesADfu() throws IOException {
    byte[] wanted = pack("wanted.dfu", bench.firmware());
    byte[] first = pack("fw.dfu.gz", bench.firmware());
    Path gz = folder.resolve("fw.dfu.gz");

    assertThat(ExternalTool.named("gzip").run("-t", gz).exit()).isZero();
    Path unpacked = folder.resolve("copy.dfu");
    Files.copy(gz, folder.resolve("copy.dfu.gz"));
    assertThat(ExternalTool.named("gzip").run("-d", folder.resolve("copy.dfu.gz")).exit()).isZero();
    assertThat(unpacked).hasBinaryContent(wanted);
    assertThat(bench.pack(gz, bench.assets(), gz)).isEqualTo(first);
  }

  @Test
  void readsADfuThatGzipCompressed() throws IOException {
    byte[] wanted = pack("wanted.dfu", bench.firmware());
    Path copy = folder.resolve("copy.dfu");
    Files.copy(bench.firmware(), copy);
    assertThat(ExternalTool.named("gzip").run(copy).exit()).isZero();

    assertThat(pack("fw.dfu", folder.resolve("copy.dfu.gz"))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"fs.img", "fs.bin"})
  void writesTheVolumeAlone(String name) {
    byte[] dfu = pack("fw.dfu", bench.firmware());
    int end = dfu.length - 16;

    assertThat(pack(name, bench.firmware()))
        .isEqualTo(Arrays.copyOfRange(dfu, end - VOLUME_BYTES, end));
  }

  @Test
  void makesAVolumeWithoutAFirmwareAndAgain() {
    Path image = folder.resolve("fs.img");
    Object[] arguments = {bench.assets(), image, "--fs-addr", "0x08004000:112K"};
    CommandRun run = CommandRun.of(arguments);
    byte[] first = Workbench.bytes(image);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("flash it: dfu-util -a 0 -s 0x08004000:leave -D ");
    assertThat(first).hasSize(VOLUME_BYTES);
    assertThat(bench.pack(image, arguments)).isEqualTo(first);
  }

  @Test
  void putsNoVolumeOverAFileThatIsNone() {
    Path binary = bench.write("firmware.bin", "code, much of it");

    assertRefused(
        CommandRun.of(bench.assets(), binary, "--fs-addr", "0x08004000:112K"),
        65,
        "raw bytes go in with -b ADDR:FILE");
    assertThat(binary).hasContent("code, much of it");
  }

  @Test
  void hasAVolumeInTwoSegmentsInHexAndAgain() throws IOException {
    Path firmware = twoSegments();
    byte[] dfu = pack("fw.dfu", firmware);
    Path hex = folder.resolve("fw.hex");
    byte[] first = pack("fw.hex", firmware);

    assertThat(flashOf("fw.hex")).isEqualTo(flash(dfu));
    assertThat(bench.pack(hex, bench.assets(), hex)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"0x90000000:48K, 0x90020000:128K", "0x90020000:128K, 0x90000000:48K"})
  void makesADfuOfSuchAHexInWhichTheVolumeIsOne(String first, String second) {
    Path hex = folder.resolve("fw.hex");
    Path dfu = folder.resolve("fw.dfu");
    bench.file("large", 120_000);
    String raw = "0x90010000:" + bench.write("raw", "between the two");
    bench.pack(hex, bench.assets(), hex, "--fs-addr", first, "--fs-addr", second, "-b", raw);
    byte[] made =
        bench.pack(dfu, bench.assets(), hex, "--fs-addr", first, "--fs-addr", second, "-o", dfu);

    CommandRun verified = CommandRun.of("verify", dfu, "--against", bench.assets());
    assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    assertThat(bench.pack(dfu, bench.assets(), dfu, "--fs-addr", first, "--fs-addr", second))
        .isEqualTo(made);
  }

  @Test
  void writesAVolumeInTwoSegmentsAsOneOnlyIfForced() throws IOException {
    Path firmware = twoSegments();
    Path image = folder.resolve("fs.img");

    assertRefused(
        CommandRun.of(bench.assets(), firmware, "-o", image),
        65,
        "the volume is in 2 places in flash, a raw file is flashed to one; write a .dfu or a .hex");
    assertThat(pack("fs.img", firmware, "--force")).hasSize(240 << 10);
  }

  @Test
  void refusesAFileThatIsNotWhatItsNameSays() throws IOException {
    Path hex = firmwareAsHex();
    Path named = Files.move(hex, folder.resolve("other.dfu"));

    assertRefused(
        CommandRun.of(bench.assets(), named),
        65,
        "other.dfu: is Intel HEX, but named as a DfuSe file; rename it, or write another file");
  }

  @Test
  void keepsTheFormOfTheFirmwareForANameThatSaysNothing() throws IOException {
    assertThat(pack("firmware.new", firmwareAsHex())).isEqualTo(pack("fw.hex", bench.firmware()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fw.hex | -D 0483:df11         | --device: FILE is written as Intel HEX, which names no device
          fs.img | -b 0x080c0000:x.bin  | --bin: FILE is written as a raw volume, which holds nothing
          fw.gz  | -v                   | FILE: only a .dfu is read or written compressed; name it .dfu.gz
          """)
  void refusesWhatAFormCannotHold(String name, String options, String message) throws IOException {
    List<Object> arguments =
        new ArrayList<>(List.of(bench.assets(), firmwareAsHex(), "-o", folder.resolve(name)));
    arguments.addAll(Arrays.asList(options.split(" ")));

    assertRefused(
        CommandRun.of(arguments.toArray()),
        64,
        message.replace("FILE", folder.resolve(name).toString()));
  }

  @Test
  void refusesTargetsThatAHexCannotHold() throws IOException {
    byte[] dfu = Workbench.bytes(bench.firmware());
    DfuFile file = DfuReader.read("fw.dfu", Bytes.wrap(dfu));
    DfuTarget other =
        new DfuTarget(1, 0, file.targets().get(0).nameField(), file.targets().get(0).elements());
    Files.write(
        bench.firmware(),
        StandInFirmware.bytes(new DfuFile(List.of(file.targets().get(0), other), file.device())));

    assertRefused(
        CommandRun.of(bench.assets(), bench.firmware(), "-o", folder.resolve("fw.hex")),
        65,
        "has a target with alternate setting 1, which a .hex cannot hold; write a .dfu");
  }

  private static void assertRefused(CommandRun run, int exit, String message) {
    assertThat(run.exit()).as(run.out()).isEqualTo(exit);
    assertThat(run.err()).contains(message);
  }

  private byte[] pack(String output, Path firmware, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(bench.assets(), firmware));
    arguments.addAll(List.of("-o", folder.resolve(output)));
    arguments.addAll(Arrays.asList(more));
    return bench.pack(folder.resolve(output), arguments.toArray());
  }

  /** Returns the pyboard's firmware as srec_cat makes it. */
  private Path firmwareAsHex() throws IOException {
    Path hex = folder.resolve("firmware.hex");
    DfuFile file = DfuReader.read("fw.dfu", Bytes.wrap(Workbench.bytes(bench.firmware())));
    List<DfuElement> elements = file.targets().get(0).elements();
    write(
        hex,
        new int[] {
          (int) elements.get(0).address().value(), (int) elements.get(1).address().value()
        },
        elements.get(0).data().toArray(),
        elements.get(1).data().toArray());
    return hex;
  }

  private void write(Path hex, int[] addresses, byte[]... parts) throws IOException {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      arguments.add(Files.write(folder.resolve("part" + i + ".bin"), parts[i]));
      arguments.addAll(List.of("-binary", "-offset", Integer.toString(addresses[i])));
    }
    arguments.addAll(List.of("-o", hex, "-intel"));
    ExternalTool.Result result = ExternalTool.named("srec_cat").run(arguments.toArray());
    assertThat(result.exit()).as(result.err()).isZero();
  }

  /** Returns the flash from 0x08000000 on as GNU objcopy reads a .hex, what is not written as 0. */
  private byte[] flashOf(String hex) throws IOException {
    Path binary = folder.resolve("flash.bin");
    ExternalTool.Result result =
        ExternalTool.named("objcopy")
            .run("-I", "ihex", "-O", "binary", "--gap-fill", "0", folder.resolve(hex), binary);
    assertThat(result.exit()).as(result.err()).isZero();
    return Files.readAllBytes(binary);
  }

  private static byte[] flash(byte[] dfu) {
    byte[] flash = new byte[1 << 21];
    int end = 0;
    for (DfuElement element : DfuReader.read("", Bytes.wrap(dfu)).targets().get(0).elements()) {
      int at = (int) (element.address().value() - 0x08000000L);
      element.data().copyTo(0, flash, at, element.data().length());
      end = Math.max(end, at + element.data().length());
    }
    return Arrays.copyOf(flash, end);
  }

  private Path twoSegments() throws IOException {
    return Files.write(
        folder.resolve("f413.dfu"),
        StandInFirmware.bytes(
            StandInFirmware.of(
                "NUCLEO_F413ZH",
                "NUCLEO-F413ZH with STM32F413",
                new Region(new Address(0x08000000), 1192),
                new Region(new Address(0x08060000), 8192))));
  }
}
