package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuReading;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.VolumeSummary;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Numbers;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Part;
import mkfsdfu.inspect.Problem;
import mkfsdfu.inspect.UnmountableVolume;
import mkfsdfu.inspect.Verification;

/** What is in a file, for people. */
final class InfoText {
  private static final int SIZE_COLUMNS = 10;

  private final Console console;
  private final InspectedFile file;

  InfoText(Console console, InspectedFile file) {
    this.console = console;
    this.file = file;
  }

  void print() {
    console.line(file.name() + ": " + file.bytes().length() + " bytes, " + format());
    if (file.dfu().isPresent()) {
      elements(file.dfu().get());
    } else {
      console.line("  " + what(file.parts().get(0)));
    }
    for (FoundVolume volume : file.volumes()) {
      geometry(volume);
    }
    firmware();
    List<FlashSpan> spans = FlashSpans.of(file);
    if (!spans.isEmpty()) {
      console.line("");
      FlashPicture.print(
          console, file.board().map(BoardBuild::eraseMap).orElse(EraseMap.UNKNOWN), spans);
    }
    warnings();
  }

  private String format() {
    if (file.dfu().isEmpty()) {
      return "raw";
    }
    DfuReading dfu = file.dfu().get();
    DfuDevice device = dfu.file().device();
    return "DfuSe for "
        + device.ids()
        + ", bcdDevice "
        + hex(device.deviceVersion(), 4)
        + ", CRC "
        + (dfu.crcMatches()
            ? "right"
            : hex(dfu.storedCrc(), 8) + " wrong, expected " + hex(dfu.computedCrc(), 8))
        + ", DFUImageSize "
        + (dfu.sizeField() == DfuReading.SizeField.WITHOUT_SUFFIX ? "without" : "with")
        + " the suffix";
  }

  private static String hex(long value, int digits) {
    String hex = Long.toHexString(value);
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }

  private void elements(DfuReading dfu) {
    int target = -1;
    for (Part part : file.parts()) {
      while (target < part.target()) {
        target++;
        target(target, dfu.file().targets().get(target));
      }
      console.line(
          padded(String.valueOf(part.number()), 4)
              + "  "
              + part.region()
              + padded(String.valueOf(part.data().length()), SIZE_COLUMNS)
              + "  "
              + what(part));
    }
    for (target++; target < dfu.file().targets().size(); target++) {
      target(target, dfu.file().targets().get(target));
    }
  }

  private void target(int index, DfuTarget target) {
    String name = target.named() == 0 ? "no name" : "'" + target.name() + "'";
    console.line(
        "target " + (index + 1) + ", alternate setting " + target.alternateSetting() + ", " + name);
  }

  private static String padded(String text, int columns) {
    return " ".repeat(Math.max(1, columns - text.length())) + text;
  }

  private String what(Part part) {
    return switch (file.kind(part)) {
      case FIRMWARE -> "firmware";
      case VOLUME -> "volume";
      case SEGMENT -> "segment of the volume before it";
      case UNMOUNTABLE -> "no volume: " + refusal(part);
      case UNKNOWN -> "unknown";
    };
  }

  private String refusal(Part part) {
    for (UnmountableVolume broken : file.unmountable()) {
      if (broken.part().number() == part.number()) {
        return broken.finding().what();
      }
    }
    return "";
  }

  private void geometry(FoundVolume volume) {
    VolumeSummary summary = volume.summary();
    Geometry geometry = summary.geometry();
    String label = summary.label().isEmpty() ? "no label" : "'" + summary.label() + "'";
    console.line(
        "volume"
            + (volume.address() == null ? "" : " at " + volume.address())
            + ": "
            + geometry.type()
            + ", "
            + label
            + ", serial "
            + hex(Integer.toUnsignedLong(summary.serial()), 8)
            + ", "
            + geometry.volumeBytes()
            + " bytes, "
            + Numbers.tenths(summary.usedBytes(), 10)
            + " of "
            + Numbers.tenths(summary.capacityBytes(), 10)
            + " KiB used");
    console.line(
        "  sectors of "
            + geometry.sectorBytes()
            + " bytes, clusters of "
            + geometry.clusterBytes()
            + ", "
            + geometry.fats()
            + (geometry.fats() == 1 ? " FAT, " : " FATs, ")
            + geometry.rootEntries()
            + " root entries");
  }

  private void firmware() {
    if (file.version().isPresent()) {
      console.line("firmware: " + file.version().get());
    }
    if (file.board().isPresent()) {
      console.line("board: " + file.board().get().name() + ", " + file.boardNamedBy());
      return;
    }
    FirmwareIdentity identity = file.identity();
    if (identity.isAmbiguous()) {
      List<String> names = new ArrayList<>();
      for (BoardBuild candidate : identity.candidates()) {
        names.add(candidate.name());
      }
      console.line("board: one of " + String.join(", ", names) + "; --board NAME says which");
    }
  }

  private void warnings() {
    if (file.dfu().isPresent() && !file.dfu().get().crcMatches()) {
      console.say("warning: " + file.name() + ": the CRC is wrong, the file is damaged");
    }
    for (Problem problem : Verification.warnings(file)) {
      String where = problem.volume().isEmpty() ? file.name() : problem.volume();
      console.say("warning: " + where + ": " + problem.what() + " (" + problem.boardDoes() + ")");
    }
  }
}
