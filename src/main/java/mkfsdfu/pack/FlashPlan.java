package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;
import mkfsdfu.pack.PlannedElement.Change;
import mkfsdfu.pack.PlannedElement.Role;

/**
 * What lies where in the flash: the elements of one target, old and new, in file order.
 *
 * <p>What may be replaced is decided here. Raw bytes replace an element that starts exactly at
 * their address. The volume replaces a volume that starts exactly at its address. New raw elements
 * go before the volume and a new volume goes last, because dfu-util starts the board at the first
 * element's address.
 */
final class FlashPlan {
  private final String file;
  private final List<PlannedElement> elements = new ArrayList<>();

  /**
   * Starts with what is in the file.
   *
   * @param file its name, for messages
   */
  FlashPlan(String file, List<DfuElement> existing) {
    this.file = file;
    for (DfuElement element : existing) {
      elements.add(foreign(element));
    }
  }

  /** Returns the element from the file that holds an address, or null. */
  DfuElement foreignAround(Address address) {
    int at = indexAround(address);
    return at < 0 ? null : elements.get(at).element();
  }

  /** Cuts the element from the file that has bytes on both sides of an address, if any, in two. */
  void cutAt(long address) {
    int at = address == Address.SPACE_BYTES ? -1 : indexAround(new Address(address));
    DfuElement whole = at < 0 ? null : elements.get(at).element();
    if (whole == null || whole.address().value() == address) {
      return;
    }
    int bytes = (int) (address - whole.address().value());
    Bytes rest = whole.data().slice(bytes, whole.data().length() - bytes);
    elements.set(at, foreign(new DfuElement(whole.address(), whole.data().slice(0, bytes))));
    elements.add(at + 1, foreign(new DfuElement(new Address(address), rest)));
  }

  private int indexAround(Address address) {
    for (int i = 0; i < elements.size(); i++) {
      PlannedElement planned = elements.get(i);
      if (planned.role() == Role.FOREIGN && planned.element().region().contains(address)) {
        return i;
      }
    }
    return -1;
  }

  private static PlannedElement foreign(DfuElement element) {
    return new PlannedElement(element, Role.FOREIGN, Change.KEPT, "");
  }

  /** Puts raw bytes at an address. */
  void putRaw(DfuElement element, String source) {
    int at = foreignAt(element.region());
    if (at >= 0) {
      elements.set(at, new PlannedElement(element, Role.RAW, Change.REPLACED, source));
    } else {
      elements.add(firstVolume(), new PlannedElement(element, Role.RAW, Change.ADDED, source));
    }
  }

  /**
   * Puts the volume into its segments. What the old volume had in a later segment is replaced with
   * it, or removed where the new volume does not reach so far.
   *
   * @param segments where the filesystem may lie, in the order of its blocks
   * @param parts the volume's bytes, cut as the first of the segments are
   * @throws DataFailure if something that is no volume starts where a part of it is to start, or
   *     something follows the old volume in its element
   */
  void putVolume(List<Region> segments, List<Bytes> parts) {
    long claimed = 0;
    for (int i = 0; i < segments.size(); i++) {
      Region segment = segments.get(i);
      int at = foreignAt(segment);
      long old = at < 0 ? 0 : elements.get(at).element().data().length();
      if (i == 0 && at >= 0) {
        claimed = OldVolume.bytes(elements.get(at).element().data());
        refuseToLoseWhatFollows(elements.get(at), claimed);
      }
      boolean ours = at >= 0 && claimed > 0 && old <= claimed;
      if (i < parts.size()) {
        put(new DfuElement(segment.start(), parts.get(i)), at, ours);
      } else if (ours) {
        elements.remove(at);
      }
      // The blocks go on in the next segment only where this one is full of them.
      claimed = ours && old == segment.bytes() ? claimed - old : 0;
    }
  }

  /**
   * Puts the volume behind everything else.
   *
   * @param segments those that hold some of it, in the order of its blocks
   */
  void gatherVolume(List<Region> segments) {
    for (Region segment : segments) {
      elements.add(elements.remove(volumeAt(segment)));
    }
  }

  /** Other packers make one element of a volume and the firmware that goes on right behind it. */
  private void refuseToLoseWhatFollows(PlannedElement old, long claimed) {
    long more = old.element().data().length() - claimed;
    if (claimed > 0 && more > 0) {
      throw new DataFailure(
          file,
          old.described()
              + " begins with a volume of "
              + claimed
              + " bytes, and the "
              + more
              + " bytes behind it would be lost",
          "give a .dfu that has them in an element of their own, or no volume yet");
    }
  }

  private void put(DfuElement part, int at, boolean ours) {
    if (at < 0) {
      elements.add(new PlannedElement(part, Role.VOLUME, Change.ADDED, ""));
      return;
    }
    if (!ours) {
      throw new DataFailure(
          file,
          elements.get(at).described() + " is no FAT volume, and the volume would overwrite it",
          "give the filesystem's address with --fs-addr, or a .dfu that has nothing there");
    }
    elements.set(at, new PlannedElement(part, Role.VOLUME, Change.REPLACED, ""));
  }

  /**
   * Leaves out the end of the volume that was put into the plan.
   *
   * @param segments where it was put, in the order of its blocks
   * @param parts what is left of it; a segment behind the last of them holds none of it any more
   */
  void trimVolume(List<Region> segments, List<Bytes> parts) {
    for (int i = 0; i < segments.size(); i++) {
      int at = volumeAt(segments.get(i));
      PlannedElement whole = elements.get(at);
      if (i < parts.size()) {
        DfuElement part = new DfuElement(whole.element().address(), parts.get(i));
        elements.set(at, new PlannedElement(part, Role.VOLUME, whole.change(), ""));
      } else {
        elements.remove(at);
      }
    }
  }

  private int volumeAt(Region segment) {
    int at = 0;
    while (elements.get(at).role() != Role.VOLUME
        || elements.get(at).element().address().value() != segment.start().value()) {
      at++;
    }
    return at;
  }

  /**
   * Refuses elements that overlap.
   *
   * @throws DataFailure naming both
   */
  void refuseOverlaps() {
    Overlaps.refuse(file, byAddress());
  }

  /** Returns all elements in file order. */
  List<PlannedElement> elements() {
    return elements;
  }

  /** Returns what may be firmware: all elements but volumes, whose files may hold any text. */
  List<FlashBytes> code() {
    List<FlashBytes> code = new ArrayList<>();
    for (PlannedElement planned : elements) {
      DfuElement element = planned.element();
      if (OldVolume.bytes(element.data()) == 0) {
        code.add(new FlashBytes(element.address(), element.data()));
      }
    }
    return code;
  }

  /** Returns all elements by ascending address. */
  PlannedElement[] byAddress() {
    PlannedElement[] sorted = elements.toArray(new PlannedElement[0]);
    Arrays.sort(sorted, new ByAddress());
    return sorted;
  }

  /** Returns which element starts where a region does, or -1; one without bytes is in no way. */
  private int foreignAt(Region region) {
    for (int i = 0; i < elements.size(); i++) {
      PlannedElement planned = elements.get(i);
      if (planned.role() == Role.FOREIGN
          && planned.element().data().length() > 0
          && planned.element().address().value() == region.start().value()) {
        return i;
      }
    }
    return -1;
  }

  /** Returns where the first volume stands, or the end: new raw elements go before it. */
  private int firstVolume() {
    for (int i = 0; i < elements.size(); i++) {
      PlannedElement planned = elements.get(i);
      if (planned.role() == Role.FOREIGN && OldVolume.bytes(planned.element().data()) > 0) {
        return i;
      }
    }
    return elements.size();
  }

  /** A named class, because a lambda costs several milliseconds at start. */
  private static final class ByAddress implements java.util.Comparator<PlannedElement> {
    @Override
    public int compare(PlannedElement a, PlannedElement b) {
      return a.element().address().compareTo(b.element().address());
    }
  }
}
