package mkfsdfu.pack;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuFile;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.dfu.Gzip;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.hex.HexFile;
import mkfsdfu.hex.HexReader;
import mkfsdfu.hex.HexStart;
import mkfsdfu.source.HostFile;

/**
 * The file that the volume goes into, in whatever form, and the one target in it that can take it.
 *
 * @param name how messages call the file
 * @param source the file as it was read; null if there was none, and it is made new
 * @param format its form; null if there was none and its name does not say
 * @param file its content
 * @param target index of the target with alternate setting 0, where ROM loader and mboot expect
 *     internal flash
 * @param start where the processor is to start, as a .hex can say it; otherwise null
 */
record Firmware(
    String name, HostFile source, FileFormat format, DfuFile file, int target, HexStart start) {
  /**
   * Reads the file, or starts a new one.
   *
   * @throws NoInputFailure if it must exist and does not, or is unreadable
   * @throws DataFailure if it is no good firmware file, or has no target that can take a volume
   * @throws UsageFailure if a device is given for a file that has one
   */
  static Firmware of(PackRequest request) {
    Path path = request.firmware();
    String name = path.toString();
    FileFormat named = FileFormat.named(path);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return read(name, HostFile.open(path), named, request.device());
    }
    if (request.mustExist()) {
      throw new NoInputFailure(
          name, "no such file", "name the firmware's .dfu, as MicroPython's build makes it");
    }
    return new Firmware(
        name, null, named, DfuFile.of(device(request.device()), List.of()), 0, null);
  }

  private static Firmware read(String name, HostFile source, FileFormat named, DfuDevice wanted) {
    Bytes bytes = source.bytes();
    FileFormat format = FileFormat.of(bytes, named);
    if (format == FileFormat.HEX) {
      HexFile hex = HexReader.read(name, bytes);
      DfuFile file = DfuFile.of(device(wanted), HexBorders.elements(hex.sections()));
      return new Firmware(name, source, format, file, 0, hex.start());
    }
    if (format == FileFormat.IMAGE) {
      return new Firmware(name, source, format, DfuFile.of(device(wanted), List.of()), 0, null);
    }
    if (wanted != null) {
      throw new UsageFailure(
          "--device", name + " exists and names its own device", "leave --device out");
    }
    Bytes content = format == FileFormat.DFU_GZ ? Gzip.unpack(name, bytes) : bytes;
    DfuFile file = DfuReader.read(name, content);
    return new Firmware(name, source, format, file, target(name, file), null);
  }

  private static DfuDevice device(DfuDevice wanted) {
    return wanted == null ? DfuDevice.ST_ROM_LOADER : wanted;
  }

  private static int target(String name, DfuFile file) {
    int found = -1;
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < file.targets().size(); i++) {
      int setting = file.targets().get(i).alternateSetting();
      settings.add(String.valueOf(setting));
      if (setting == 0) {
        if (found >= 0) {
          throw new DataFailure(
              name,
              "two targets have alternate setting 0, and only one can take the volume",
              "rebuild the file with one target");
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new DataFailure(
          name,
          "no target has alternate setting 0, found: "
              + (settings.isEmpty() ? "no targets" : String.join(", ", settings)),
          "the volume goes beside the firmware; name the firmware's .dfu");
    }
    return found;
  }

  /** Tells whether there was a file. */
  boolean existed() {
    return source != null;
  }

  /** Returns the elements of the target that takes the volume. */
  List<DfuElement> elements() {
    return file.targets().get(target).elements();
  }

  /** Tells whether elements that touch cannot be told apart. */
  boolean lacksBorders() {
    return format == FileFormat.HEX;
  }

  /** Returns the file with other elements in that target; all else stays as it is. */
  DfuFile with(List<DfuElement> elements) {
    List<DfuTarget> targets = new ArrayList<>(file.targets());
    targets.set(target, targets.get(target).withElements(elements));
    return new DfuFile(targets, file.device());
  }
}
