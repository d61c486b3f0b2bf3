package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.inspect.Change.Aspect;
import mkfsdfu.inspect.Change.Kind;
import mkfsdfu.inspect.Change.Subject;

/** Compares what two .dfu files hold besides the volumes that are compared file by file. */
final class ElementDiff {
  /** An element's place: two files have the same element if it goes to the same place. */
  private record Place(int alternateSetting, long address) {}

  private ElementDiff() {}

  /**
   * Compares all but the two volumes, which are compared as trees; both are null if there is not
   * one on each side.
   */
  static List<Change> of(
      InspectedFile one, FoundVolume oneVolume, InspectedFile other, FoundVolume otherVolume) {
    List<Change> changes = new ArrayList<>();
    DfuDevice was = one.dfu().orElseThrow().file().device();
    DfuDevice is = other.dfu().orElseThrow().file().device();
    if (!was.equals(is)) {
      changes.add(
          new Change(
              Kind.CHANGED,
              Subject.DEVICE,
              "device",
              List.of(Aspect.CONTENT),
              -1,
              -1,
              text(was) + ", now " + text(is)));
    }
    Map<Place, Part> unmatched = elements(other, otherVolume);
    for (Map.Entry<Place, Part> element : elements(one, oneVolume).entrySet()) {
      Part part = element.getValue();
      Part twin = unmatched.remove(element.getKey());
      if (twin == null) {
        changes.add(change(Kind.REMOVED, part, List.of(), part.data().length(), -1, ""));
      } else {
        compare(changes, part, twin);
      }
    }
    for (Part part : unmatched.values()) {
      changes.add(change(Kind.ADDED, part, List.of(), -1, part.data().length(), ""));
    }
    return changes;
  }

  /** Elements of one alternate setting do not overlap, but empty ones may share an address. */
  private static Map<Place, Part> elements(InspectedFile file, FoundVolume volume) {
    Set<Integer> inVolume = new HashSet<>();
    if (volume != null) {
      for (Part part : volume.parts()) {
        inVolume.add(part.number());
      }
    }
    Map<Place, Part> elements = new LinkedHashMap<>();
    for (Part part : file.parts()) {
      if (part.data().length() > 0 && !inVolume.contains(part.number())) {
        elements.put(new Place(part.alternateSetting(), part.address().value()), part);
      }
    }
    return elements;
  }

  private static void compare(List<Change> changes, Part one, Part other) {
    int was = one.data().length();
    int is = other.data().length();
    int at = one.data().mismatch(other.data());
    if (at < 0) {
      return;
    }
    List<Aspect> aspects = was == is ? List.of(Aspect.CONTENT) : List.of(Aspect.SIZE);
    String what = was == is ? "content differs, first at byte " + at : was + " bytes, now " + is;
    changes.add(change(Kind.CHANGED, one, aspects, was, is, what));
  }

  private static Change change(
      Kind kind, Part part, List<Aspect> aspects, long oldBytes, long newBytes, String what) {
    String setting =
        part.alternateSetting() == 0 ? "" : " (alternate setting " + part.alternateSetting() + ")";
    return new Change(
        kind, Subject.ELEMENT, part.address() + setting, aspects, oldBytes, newBytes, what);
  }

  private static String text(DfuDevice device) {
    return device.ids() + " bcdDevice " + Integer.toHexString(device.deviceVersion());
  }
}
