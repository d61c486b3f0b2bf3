package mkfsdfu.dfu;

import java.util.Map;
import java.util.TreeMap;
import mkfsdfu.flash.Region;

/**
 * The addresses that elements have taken so far. Each alternate setting is a memory of its own; two
 * targets for the same one share it, as dfu.py can write them.
 */
final class ElementOverlaps {
  private record Taken(Region region, String element) {}

  /** By alternate setting, then address; what is in here is disjoint and not empty. */
  private final TreeMap<Long, Taken> taken = new TreeMap<>();

  /**
   * Takes an element's addresses.
   *
   * @param element what the element is called
   * @return the element that has an address of these already, or an empty text
   */
  String add(int alternateSetting, Region region, String element) {
    if (region.bytes() == 0) {
      return "";
    }
    long memory = (long) alternateSetting << 32;
    Map.Entry<Long, Taken> before = taken.lowerEntry(memory + region.end());
    if (before != null && before.getKey() >= memory) {
      Taken nearest = before.getValue();
      if (nearest.region().overlaps(region)) {
        return nearest.element() + " (" + nearest.region() + ")";
      }
    }
    taken.put(memory + region.start().value(), new Taken(region, element));
    return "";
  }
}
