package mkfsdfu.pack;

import java.nio.file.Path;
import java.util.Locale;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.dfu.Gzip;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.fat.MountRules;
import mkfsdfu.flash.Bytes;
import mkfsdfu.hex.HexReader;

/** The forms of file that a volume and its firmware come in. */
public enum FileFormat {
  /** A DfuSe file. */
  DFU("a DfuSe file"),
  /** A DfuSe file, compressed: MicroPython's mboot loads it from a filesystem. */
  DFU_GZ("a compressed DfuSe file"),
  /** Intel HEX, for STM32CubeProgrammer and others. */
  HEX("Intel HEX"),
  /** The bytes of the volume alone. */
  IMAGE("a raw volume");

  private final String words;

  FileFormat(String words) {
    this.words = words;
  }

  /** Returns what such a file is called in messages. */
  public String words() {
    return words;
  }

  /** Tells whether elements have borders and a target of their own in it. */
  boolean isDfuSe() {
    return this == DFU || this == DFU_GZ;
  }

  /**
   * Returns the format that a file's name asks for.
   *
   * @return null if it ends in none of {@code .dfu}, {@code .dfu.gz}, {@code .hex}, {@code .img}
   *     and {@code .bin}
   * @throws UsageFailure if it asks for something else to be compressed
   */
  static FileFormat named(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".dfu")) {
      return DFU;
    }
    if (name.endsWith(".dfu.gz")) {
      return DFU_GZ;
    }
    if (name.endsWith(".gz")) {
      throw new UsageFailure(
          file.toString(), "only a .dfu is read or written compressed", "name it .dfu.gz");
    }
    if (name.endsWith(".hex")) {
      return HEX;
    }
    return name.endsWith(".img") || name.endsWith(".bin") ? IMAGE : null;
  }

  /** Tells whether a file begins as one in any of the formats does. */
  public static boolean recognises(Bytes head) {
    return DfuReader.recognises(head)
        || Gzip.recognises(head)
        || HexReader.recognises(head)
        || MountRules.isSigned(head);
  }

  /**
   * Returns the format that a file's content has; its name decides where the content does not tell.
   *
   * @param named what the name asks for, or null
   */
  static FileFormat of(Bytes content, FileFormat named) {
    if (Gzip.recognises(content)) {
      return DFU_GZ;
    }
    if (HexReader.recognises(content) || named == HEX) {
      return HEX;
    }
    return named == IMAGE && OldVolume.bytes(content) > 0 ? IMAGE : DFU;
  }
}
