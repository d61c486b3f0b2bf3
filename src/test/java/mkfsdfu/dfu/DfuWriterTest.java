package mkfsdfu.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.testing.ExternalTool;
import mkfsdfu.testing.StandInFirmware;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DfuWriterTest {
  /**
   * Packs elements as ST UM0391 has it: the output, then the suffix's numbers, then address and
   * file of each element.
   */
  private static final String PACKER =
      """
      import struct, sys, zlib
      out, vendor, product = sys.argv[1], int(sys.argv[2], 16), int(sys.argv[3], 16)
      elements = b""
      pairs = list(zip(sys.argv[4::2], sys.argv[5::2]))
      for address, path in pairs:
          with open(path, "rb") as file:
              data = file.read()
          elements += struct.pack("<II", int(address, 16), len(data)) + data
      target = b"Target" + struct.pack("<BI", 0, 1) + b"ST...".ljust(255, b"\\0")
      target += struct.pack("<II", len(elements), len(pairs)) + elements
      image = b"DfuSe" + struct.pack("<BIB", 1, 11 + len(target), 1) + target
      image += struct.pack("<HHHH3sB", 0, product, vendor, 0x011A, b"UFD", 16)
      with open(out, "wb") as file:
          file.write(image + struct.pack("<I", zlib.crc32(image) ^ 0xFFFFFFFF))
      """;

  @TempDir Path folder;

  @Test
  void writesEveryFieldWhereTheSpecificationHasIt() {
    assertThat(StandInFirmware.bytes(SampleDfu.value())).isEqualTo(SampleDfu.bytes());
  }

  @Test
  void writesTheSizeWithoutTheSuffixWhateverWasRead() {
    byte[] counted =
        SampleDfu.with(SampleDfu.bytes(), SampleDfu.SIZE_FIELD, 4, SampleDfu.FILE_BYTES);
    DfuFile file = DfuReader.read("a.dfu", Bytes.wrap(SampleDfu.withCrc(counted)));

    assertThat(StandInFirmware.bytes(file)).isEqualTo(SampleDfu.bytes());
  }

  @Test
  void givesTheDataWithoutCopyingThem() {
    DfuElement element = SampleDfu.value().targets().get(0).elements().get(0);
    DfuFile file = DfuFile.of(DfuDevice.ST_ROM_LOADER, List.of(element));

    assertThat(DfuWriter.pieces(file)).element(3).isSameAs(element.data());
  }

  @Test
  void writesANewFileAsAnotherPackerDoes() throws IOException {
    ExternalTool python = ExternalTool.named("python3");
    byte[] isr = "vectors!".repeat(11).getBytes(StandardCharsets.ISO_8859_1);
    byte[] text = new byte[4096];
    text[1] = -1;
    Files.write(folder.resolve("isr"), isr);
    Files.write(folder.resolve("text"), text);
    Path theirs = folder.resolve("theirs.dfu");
    ExternalTool.Result result =
        python.run(
            "-c",
            PACKER,
            theirs,
            "0483",
            "df11",
            "08000000",
            folder.resolve("isr"),
            "08020000",
            folder.resolve("text"));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(
            StandInFirmware.bytes(
                DfuFile.of(
                    DfuDevice.ST_ROM_LOADER,
                    List.of(
                        new DfuElement(new Address(0x08000000L), Bytes.wrap(isr)),
                        new DfuElement(new Address(0x08020000L), Bytes.wrap(text))))))
        .isEqualTo(Files.readAllBytes(theirs));
  }

  @Test
  void writesASuffixThatDfuUtilAccepts() throws IOException {
    ExternalTool dfuSuffix = ExternalTool.named("dfu-suffix");
    byte[] bytes = StandInFirmware.bytes(SampleDfu.value());
    Path file = Files.write(folder.resolve("a.dfu"), bytes);

    ExternalTool.Result good = dfuSuffix.run("-c", file);
    Files.write(file, SampleDfu.with(bytes, 100, 1, 99));
    ExternalTool.Result damaged = dfuSuffix.run("-c", file);

    assertThat(good.exit()).isZero();
    assertThat(good.out())
        .contains("BCD device:\t0x9876")
        .contains("Product ID:\t0xFEDC")
        .contains("Vendor ID:\t0x1234")
        .contains("BCD DFU:\t0x011A");
    assertThat(damaged.exit()).isEqualTo(65);
  }

  @Test
  void writesUpTo255TargetsAndRefusesMore() {
    List<DfuTarget> targets = new ArrayList<>(Collections.nCopies(255, DfuTarget.st(List.of())));
    DfuFile most = new DfuFile(targets, DfuDevice.ST_ROM_LOADER);
    targets.add(DfuTarget.st(List.of()));
    DfuFile tooMany = new DfuFile(targets, DfuDevice.ST_ROM_LOADER);

    assertThat(DfuReader.read("a.dfu", Bytes.wrap(StandInFirmware.bytes(most)))).isEqualTo(most);
    assertThatThrownBy(() -> DfuWriter.pieces(tooMany))
        .isExactlyInstanceOf(DataFailure.class)
        .hasMessageContaining("256 targets, expected at most 255");
  }

  @Test
  void refusesMoreBytesThanTheSizeFieldCanCount() {
    DfuElement large = new DfuElement(new Address(0), Bytes.wrap(new byte[64 << 20]));
    DfuFile file = DfuFile.of(DfuDevice.ST_ROM_LOADER, Collections.nCopies(64, large));

    assertThatThrownBy(() -> DfuWriter.pieces(file))
        .isExactlyInstanceOf(DataFailure.class)
        .hasMessageContaining(
            (11 + 274 + 64 * 8 + (1L << 32)) + " bytes, expected at most 4294967295");
  }
}
