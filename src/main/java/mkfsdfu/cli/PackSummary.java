package mkfsdfu.cli;

import java.nio.file.Path;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Region;
import mkfsdfu.pack.FileFormat;
import mkfsdfu.pack.PackResult;
import mkfsdfu.pack.Place;
import mkfsdfu.pack.PlannedElement;
import mkfsdfu.pack.PlannedElement.Change;
import mkfsdfu.pack.PlannedElement.Role;
import mkfsdfu.source.Exclusion;

/**
 * What a person wants to read after packing: what is where, how full it is, and how to flash it.
 */
final class PackSummary {
  private final Console console;
  private final Path target;
  private final PackResult result;

  PackSummary(Console console, Path target, PackResult result) {
    this.console = console;
    this.target = target;
    this.result = result;
  }

  void print(boolean verbose, boolean dryRun) {
    if (verbose) {
      tree(result.root(), "");
      for (Exclusion exclusion : result.excluded()) {
        console.line("left out: " + exclusion.path() + " (" + exclusion.rule() + ")");
      }
    }
    console.line(target + ": " + volume() + trimmed() + elements() + leftOut());
    if (dryRun) {
      console.line("nothing was written (--dry-run)");
    } else {
      console.line("flash it: " + flashCommand());
    }
  }

  String flashCommand() {
    String file = quoted(target.toString());
    return switch (result.format()) {
      case DFU -> "dfu-util -a 0 -s :leave -D " + file;
      case DFU_GZ -> "copy it to where the board's mboot finds it, and have fwupdate load it";
      case HEX -> "STM32_Programmer_CLI -c port=usb1 -w " + file;
      case IMAGE -> "dfu-util -a 0 -s " + result.place().partition().start() + ":leave -D " + file;
    };
  }

  private String volume() {
    Place place = result.place();
    Geometry geometry = result.volume().geometry();
    StringBuilder text = new StringBuilder("filesystem at ");
    String separator = "";
    for (Region segment : place.partition().segments()) {
      text.append(separator).append(segment.start());
      separator = " and ";
    }
    long all = (long) geometry.clusters() * geometry.clusterBytes();
    long free = (long) result.volume().freeClusters() * geometry.clusterBytes();
    return text.append(", ")
        .append(place.partition().bytes())
        .append(" bytes (")
        .append(place.decidedBy())
        .append("), ")
        .append(geometry.type().name())
        .append(": ")
        .append(result.files())
        .append(result.files() == 1 ? " file, " : " files, ")
        .append(Numbers.tenths(all - free, 10))
        .append(" of ")
        .append(Numbers.tenths(all, 10))
        .append(" KiB used")
        .toString();
  }

  private String elements() {
    StringBuilder raw = new StringBuilder();
    boolean firmware = false;
    boolean replaced = false;
    for (PlannedElement planned : result.elements()) {
      firmware |= planned.role() == Role.FOREIGN && result.format() != FileFormat.IMAGE;
      if (planned.role() != Role.RAW) {
        continue;
      }
      raw.append("; ").append(planned.source()).append(" at ").append(planned.element().region());
      if (planned.change() == Change.REPLACED) {
        replaced = true;
        raw.append(" in place of what was there");
      }
    }
    String kept = replaced ? "; the rest of the firmware unchanged" : "; firmware unchanged";
    return firmware ? kept + raw : raw.toString();
  }

  private String trimmed() {
    long bytes = 0;
    for (PlannedElement planned : result.elements()) {
      bytes += planned.role() == Role.VOLUME ? planned.element().data().length() : 0;
    }
    return bytes == result.place().partition().bytes() ? "" : "; trimmed to " + bytes + " bytes";
  }

  private String leftOut() {
    int count = result.excluded().size();
    return count == 0 ? "" : "; " + count + " left out";
  }

  private void tree(VolumeDirectory directory, String prefix) {
    for (VolumeEntry entry : directory.entries()) {
      String path = prefix + entry.name();
      if (entry instanceof VolumeDirectory child) {
        console.line(size("") + path + "/");
        tree(child, path + "/");
      } else if (entry instanceof VolumeFile file) {
        console.line(size(String.valueOf(file.content().bytes())) + path);
      }
    }
  }

  private static String size(String digits) {
    return " ".repeat(Math.max(0, 10 - digits.length())) + digits + "  ";
  }

  /** Returns a file name as a shell takes it. */
  private static String quoted(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      if (!plain && "/._-+:@%,".indexOf(c) < 0) {
        return "'" + name.replace("'", "'\\''") + "'";
      }
    }
    return name;
  }
}
