package mkfsdfu.pack;

import java.nio.charset.StandardCharsets;
import mkfsdfu.flash.Bytes;

/**
 * A map as a Python module for the board: {@code FILES}, a dict from path to address and length,
 * and {@code view(path)}, a memoryview of the flash itself.
 *
 * <p>Its length depends on the paths and sizes of the files, not on where they lie: addresses are
 * of one width, and what stands for a file that has none is as long as its line would be. So the
 * module can be a file of the volume that it maps.
 *
 * <p>{@code uctypes.bytearray_at} refers to the memory; {@code bytes_at} would copy it into RAM
 * (MicroPython, extmod/moductypes.c).
 */
public final class MapModule {
  private static final String HEAD =
      """
      # Made by mkfsdfu: where each file lies in flash, until it is written to.
      import uctypes

      FILES = {
      """;

  private static final String FOOT =
      """
      }


      def view(path):
          address, length = FILES[path]
          return memoryview(uctypes.bytearray_at(address, length))
      """;

  private static final String INDENT = "    ";

  private MapModule() {}

  /** Returns the module's text. */
  public static Bytes text(FlashMap map) {
    StringBuilder text = new StringBuilder(HEAD);
    for (MappedFile file : map.files()) {
      // No character of a FAT name has a meaning in a Python string.
      String name = "\"" + file.path() + "\"";
      String line = INDENT + name + ": (" + (file.isInPlace() ? file.address() : "0x00000000");
      line += ", " + file.bytes() + "),";
      if (!file.isInPlace()) {
        String comment = "# " + name + " " + file.obstacle();
        line = " ".repeat(line.length() - comment.length()) + comment;
      }
      text.append(line).append('\n');
    }
    text.append(FOOT);
    return Bytes.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
