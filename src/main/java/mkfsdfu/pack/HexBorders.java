package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;

/**
 * Finds again what Intel HEX does not keep: where one element ends and the next begins, if they
 * touch. A pyboard's filesystem ends where its firmware goes on; so what we wrote once comes back
 * as one section, and is cut where its own boot sector and the board say that it ends.
 */
final class HexBorders {
  private HexBorders() {}

  /** Returns the sections as elements; one that begins with a volume is cut behind it. */
  static List<DfuElement> elements(List<FlashBytes> sections) {
    List<DfuElement> elements = new ArrayList<>();
    for (FlashBytes section : sections) {
      Bytes data = section.data();
      long claimed = OldVolume.bytes(data);
      boolean goesOn = claimed > 0 && claimed < data.length();
      int border = goesOn ? (int) claimed : data.length();
      elements.add(new DfuElement(section.address(), data.slice(0, border)));
      if (goesOn) {
        elements.add(
            new DfuElement(
                new Address(section.address().value() + border),
                data.slice(border, data.length() - border)));
      }
    }
    return elements;
  }

  /**
   * Cuts a volume that is to be replaced out of what touches it.
   *
   * @param file the file's name, for messages
   * @param segments where the filesystem may lie, in the order of its blocks
   * @throws DataFailure if the volume claims more than the filesystem has, and something follows
   */
  static void cutVolume(String file, FlashPlan plan, List<Region> segments) {
    long claimed = -1;
    for (int i = 0; i < segments.size() && claimed != 0; i++) {
      Region segment = segments.get(i);
      DfuElement element = plan.foreignAround(segment.start());
      if (element == null) {
        return;
      }
      if (i == 0) {
        claimed = OldVolume.bytes(tail(element, segment.start()));
      }
      boolean last = i == segments.size() - 1;
      if (last && claimed > segment.bytes() && element.region().end() > segment.end()) {
        throw new DataFailure(
            file,
            "the volume at "
                + segments.get(0).start()
                + " claims more than its filesystem has, and in Intel HEX it cannot be told from"
                + " what follows at "
                + new Address(segment.end()),
            "start from a .hex without a filesystem, or from a .dfu");
      }
      if (claimed > 0) {
        long bytes = Math.min(claimed, segment.bytes());
        plan.cutAt(segment.start().value());
        plan.cutAt(segment.start().value() + bytes);
        claimed = bytes == segment.bytes() ? claimed - bytes : 0;
      }
    }
  }

  /**
   * Cuts raw bytes that are to be replaced out of what touches them: those that start where an
   * element starts, as in a file with borders, and those that stand there already.
   */
  static void cutRaw(FlashPlan plan, DfuElement raw) {
    DfuElement element = plan.foreignAround(raw.address());
    if (element == null) {
      return;
    }
    Bytes tail = tail(element, raw.address());
    boolean there =
        tail.length() >= raw.data().length()
            && tail.slice(0, raw.data().length()).equals(raw.data());
    if (there || element.address().value() == raw.address().value()) {
      plan.cutAt(raw.address().value());
      plan.cutAt(raw.region().end());
    }
  }

  private static Bytes tail(DfuElement element, Address from) {
    int offset = (int) (from.value() - element.address().value());
    return element.data().slice(offset, element.data().length() - offset);
  }

  /**
   * Returns elements as a DfuSe file is to hold them: each of whole units, with zeros behind it,
   * and as one with the next where that begins in the same unit.
   *
   * @param elements by ascending address
   */
  static List<DfuElement> padded(String file, List<DfuElement> elements) {
    List<DfuElement> padded = new ArrayList<>();
    for (int i = 0; i < elements.size(); ) {
      int first = i++;
      long start = elements.get(first).address().value();
      while (i < elements.size()
          && start + DfuElement.paddedBytes(elements.get(i - 1).region().end() - start)
              > elements.get(i).address().value()) {
        i++;
      }
      padded.add(joined(file, elements.subList(first, i)));
    }
    return padded;
  }

  private static DfuElement joined(String file, List<DfuElement> elements) {
    DfuElement first = elements.get(0);
    if (elements.size() == 1) {
      return DfuElement.padded(file, first.address(), first.data());
    }
    long start = first.address().value();
    long end = elements.get(elements.size() - 1).region().end();
    byte[] whole = new byte[(int) DfuElement.paddedBytes(end - start)];
    for (DfuElement element : elements) {
      int at = (int) (element.address().value() - start);
      element.data().copyTo(0, whole, at, element.data().length());
    }
    return DfuElement.padded(file, first.address(), Bytes.wrap(whole));
  }
}
