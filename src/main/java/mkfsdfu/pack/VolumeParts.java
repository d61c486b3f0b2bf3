package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.fat.WrittenVolume;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;
import mkfsdfu.pack.PlannedElement.Role;

/** Cuts a volume as its segments are; the parts share its memory. */
final class VolumeParts {
  private VolumeParts() {}

  /** Returns one part for each of the segments that the volume reaches. */
  static List<Bytes> of(Bytes volume, List<Region> segments) {
    List<Bytes> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < segments.size() && from < volume.length(); i++) {
      int bytes = (int) Math.min(segments.get(i).bytes(), volume.length() - from);
      parts.add(volume.slice(from, bytes));
      from += bytes;
    }
    return parts;
  }

  /**
   * Returns the parts up to the volume's last used cluster. Whole clusters are whole units of 8
   * bytes. Where something else lies in the erase sector that they end in, what is erased there is
   * also written, up to the end of the sector or of the segment.
   *
   * @param plan what lies where, the whole volume included
   */
  static List<Bytes> trimmed(WrittenVolume volume, Place place, FlashPlan plan) {
    List<Region> segments = place.partition().segments();
    long bytes = DfuElement.paddedBytes(volume.usedBytes());
    long before = 0;
    for (Region segment : segments) {
      long within = bytes - before;
      if (within > 0 && within <= segment.bytes() && place.board() != null) {
        Address last = new Address(segment.start().value() + within - 1);
        Optional<Region> sector = place.board().eraseMap().sectorAt(last);
        if (sector.isPresent() && isShared(sector.get(), plan)) {
          bytes = before + Math.min(sector.get().end(), segment.end()) - segment.start().value();
        }
      }
      before += segment.bytes();
    }
    return of(volume.bytes().slice(0, (int) bytes), segments);
  }

  private static boolean isShared(Region sector, FlashPlan plan) {
    for (PlannedElement planned : plan.elements()) {
      if (planned.role() != Role.VOLUME && planned.element().region().overlaps(sector)) {
        return true;
      }
    }
    return false;
  }
}
