package mkfsdfu.cli;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.cli.FlashSpan.Kind;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.VolumeSummary;
import mkfsdfu.flash.Region;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Part;

/** What a file puts where in the board's flash, for the picture. */
final class FlashSpans {
  /** Where ROM loader and mboot expect flash; other settings are option bytes and the like. */
  private static final int FLASH_SETTING = 0;

  private FlashSpans() {}

  static List<FlashSpan> of(InspectedFile file) {
    List<FlashSpan> spans = new ArrayList<>();
    for (FoundVolume volume : file.volumes()) {
      addVolume(spans, volume);
    }
    for (Part part : file.parts()) {
      if (isDrawn(part)) {
        switch (file.kind(part)) {
          case FIRMWARE -> spans.add(new FlashSpan(part.region(), Kind.FIRMWARE, "firmware"));
          case UNKNOWN -> spans.add(new FlashSpan(part.region(), Kind.DATA, "unknown"));
          case UNMOUNTABLE -> spans.add(new FlashSpan(part.region(), Kind.DATA, "no volume"));
          case VOLUME, SEGMENT -> {}
        }
      }
    }
    if (file.dfu().isPresent()) {
      addEmptyPartition(spans, file.filesystem());
    }
    return spans;
  }

  private static boolean isDrawn(Part part) {
    return part.hasAddress()
        && part.alternateSetting() == FLASH_SETTING
        && part.data().length() > 0;
  }

  /** A volume over several segments fills them one after the other. */
  private static void addVolume(List<FlashSpan> spans, FoundVolume volume) {
    VolumeSummary summary = volume.summary();
    Geometry geometry = summary.geometry();
    long used = geometry.dataOffset() + summary.usedBytes();
    String label = geometry.type() + " volume " + summary.label();
    for (Part part : volume.parts()) {
      if (isDrawn(part)) {
        long here = Math.min(used, part.data().length());
        spans.add(new FlashSpan(part.region(), Kind.VOLUME, label.strip(), here));
        used -= here;
      }
    }
  }

  /** The board's filesystem, if the file brings nothing for it: flashing leaves it as it is. */
  private static void addEmptyPartition(List<FlashSpan> spans, List<Region> filesystem) {
    for (FlashSpan span : spans) {
      for (Region segment : filesystem) {
        if (span.region().overlaps(segment)) {
          return;
        }
      }
    }
    for (Region segment : filesystem) {
      spans.add(new FlashSpan(segment, Kind.PARTITION, "the board's filesystem, not in this file"));
    }
  }
}
