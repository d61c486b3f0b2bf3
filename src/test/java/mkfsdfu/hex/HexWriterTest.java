package mkfsdfu.hex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HexWriterTest {
  private static final long BASE = 0x08000000L;

  @TempDir Path folder;

  @Test
  void writesLinesOf16BytesThatEndAtMultiplesOf16() {
    byte[] bytes = new byte[20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    assertThat(text(new HexFile(List.of(at(0x0800FFFCL, bytes)), new HexStart(5, 0x080001C1L))))
        .isEqualTo(
            """
            :020000040800F2
            :04FFFC0000010203FB
            :020000040801F1
            :100000000405060708090A0B0C0D0E0F1011121338
            :04000005080001C12D
            :00000001FF
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void writesTheSameTextHoweverTheBytesAreCut() {
    byte[] bytes = random(1000, 1);
    List<FlashBytes> cut = new ArrayList<>();
    int from = 0;
    for (int length : new int[] {5, 11, 100, 1, 383, 500}) {
      cut.add(new FlashBytes(new Address(BASE + from), Bytes.wrap(bytes).slice(from, length)));
      from += length;
    }

    assertThat(text(new HexFile(cut, null)))
        .isEqualTo(text(new HexFile(List.of(at(BASE, bytes)), null)));
  }

  @Test
  void isReadBackAsItWas() {
    HexFile file =
        new HexFile(
            List.of(
                at(BASE, random(15504, 2)),
                at(BASE + 0x4000, random(300_000, 3)),
                at(0xFFFFFFF8L, random(8, 4))),
            new HexStart(3, 7));

    assertThat(HexReader.read("fw.hex", Bytes.wrap(bytes(file)))).isEqualTo(file);
  }

  @Test
  void givesNoPieceBehindTheLast() {
    Iterator<Bytes> pieces = HexWriter.pieces(new HexFile(List.of(), null)).iterator();
    assertThat(pieces.next().latin1()).isEqualTo(":00000001FF\r\n");

    assertThat(pieces.hasNext()).isFalse();
    assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesSectionsThatOverlap() {
    assertThatThrownBy(() -> new HexFile(List.of(at(0, new byte[9]), at(8, new byte[1])), null))
        .hasMessageContaining("0x00000008 overlap or descend");
  }

  @Test
  void writesWhatObjcopyWrites() throws IOException {
    byte[] bytes = random(200_000, 5);
    Path binary = Files.write(folder.resolve("in.bin"), bytes);
    Path hex = folder.resolve("objcopy.hex");

    run("objcopy", "-I", "binary", "-O", "ihex", "--change-addresses", "0x08004000", binary, hex);

    HexStart start = new HexStart(5, 0x08004000L);
    assertThat(text(new HexFile(List.of(at(0x08004000L, bytes)), start)))
        .isEqualTo(Files.readString(hex));
  }

  @Test
  void isReadByObjcopyAndSrecCat() throws IOException {
    byte[] vectors = random(15504, 6);
    byte[] code = random(70_001, 7);
    HexFile file = new HexFile(List.of(at(BASE, vectors), at(BASE + 0x20000, code)), null);
    byte[] flash = new byte[0x20000 + code.length];
    System.arraycopy(vectors, 0, flash, 0, vectors.length);
    System.arraycopy(code, 0, flash, 0x20000, code.length);
    Path hex = Files.write(folder.resolve("ours.hex"), bytes(file));
    Path objcopy = folder.resolve("objcopy.bin");
    Path srecCat = folder.resolve("srec_cat.bin");

    run("objcopy", "-I", "ihex", "-O", "binary", "--gap-fill", "0", hex, objcopy);
    run(
        "srec_cat",
        hex,
        "-intel",
        "-offset",
        "-0x08000000",
        "-fill",
        "0",
        "0",
        flash.length,
        "-o",
        srecCat,
        "-binary");

    assertThat(objcopy).hasBinaryContent(flash);
    assertThat(srecCat).hasBinaryContent(flash);
  }

  @Test
  void readsWhatSrecCatWrites() throws IOException {
    byte[] bytes = random(100_003, 8);
    Path binary = Files.write(folder.resolve("in.bin"), bytes);
    for (String width : List.of("44", "78", "255")) {
      Path hex = folder.resolve("srec_cat.hex");

      run(
          "srec_cat",
          binary,
          "-binary",
          "-offset",
          "0x08004007",
          "-o",
          hex,
          "-intel",
          "-line-length",
          width);

      assertThat(HexReader.read("srec_cat.hex", Bytes.wrap(Files.readAllBytes(hex))).sections())
          .containsExactly(at(0x08004007L, bytes));
    }
  }

  private static void run(String program, Object... arguments) {
    ExternalTool.Result result = ExternalTool.named(program).run(arguments);
    assertThat(result.exit()).as(result.err()).isZero();
  }

  private static FlashBytes at(long address, byte[] bytes) {
    return new FlashBytes(new Address(address), Bytes.wrap(bytes));
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String text(HexFile file) {
    return new String(bytes(file), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(HexFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Bytes piece : HexWriter.pieces(file)) {
      out.writeBytes(piece.toArray());
    }
    return out.toByteArray();
  }
}
