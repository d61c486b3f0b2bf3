package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.MountRules;
import mkfsdfu.fat.MountVerdict;
import mkfsdfu.fat.Rule;
import mkfsdfu.fat.VolumeReader;
import mkfsdfu.fat.VolumeSummary;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Region;

/**
 * Finds the volumes among the parts of a file. A volume begins with the part that holds its boot
 * sector. Where that holds fewer bytes than the boot sector claims, the rest is in further
 * segments, or was cut off behind the last used cluster, or is lost.
 */
final class VolumeFinder {
  private final String file;
  private final List<Part> parts;
  private final List<MountVerdict> verdicts = new ArrayList<>();
  private final Part.Kind[] kinds;

  VolumeFinder(String file, List<Part> parts) {
    this.file = file;
    this.parts = parts;
    this.kinds = new Part.Kind[parts.size()];
    for (int i = 0; i < kinds.length; i++) {
      verdicts.add(MountRules.judge(parts.get(i).data()));
      kinds[i] = verdicts.get(i).mounts() ? Part.Kind.VOLUME : Part.Kind.UNKNOWN;
    }
  }

  /** Returns what each part is, as far as it is known by now. */
  Part.Kind[] kinds() {
    return kinds;
  }

  /**
   * Puts all volumes together.
   *
   * @param filesystem the segments of the board's filesystem, none if they are not known
   */
  List<FoundVolume> volumes(List<Region> filesystem) {
    List<FoundVolume> volumes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (kinds[i] == Part.Kind.VOLUME) {
        volumes.add(volume(i, filesystem));
      }
    }
    return volumes;
  }

  private FoundVolume volume(int head, List<Region> filesystem) {
    Part first = parts.get(head);
    VolumeSummary summary = VolumeReader.recognise(first.data()).orElseThrow();
    List<Integer> more = List.of();
    if (first.hasAddress() && first.data().length() < summary.geometry().volumeBytes()) {
      more = startsAt(filesystem, first) ? inSegments(head, filesystem) : following(head, summary);
    }
    List<Part> found = new ArrayList<>(List.of(first));
    for (int index : more) {
      kinds[index] = Part.Kind.SEGMENT;
      found.add(parts.get(index));
    }
    return new FoundVolume(where(first), found, joined(found), summary);
  }

  private static boolean startsAt(List<Region> filesystem, Part part) {
    return !filesystem.isEmpty() && part.address().equals(filesystem.get(0).start());
  }

  /** The board says where the volume goes on. A segment that is not filled is its last. */
  private List<Integer> inSegments(int head, List<Region> filesystem) {
    List<Integer> more = new ArrayList<>();
    int last = head;
    for (int i = 1; i < filesystem.size(); i++) {
      int next = foreignAt(parts.get(head).target(), filesystem.get(i));
      if (next < 0 || parts.get(last).data().length() < filesystem.get(i - 1).bytes()) {
        break;
      }
      more.add(next);
      last = next;
    }
    return more;
  }

  private int foreignAt(int target, Region segment) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.target() == target
          && kinds[i] == Part.Kind.UNKNOWN
          && part.address().equals(segment.start())) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Nobody says where the volume goes on: the elements that follow may be its segments. They are
   * taken for it if they complete it exactly, or if it has clusters in use that lie there.
   */
  private List<Integer> following(int head, VolumeSummary summary) {
    Geometry geometry = summary.geometry();
    long end = geometry.volumeBytes();
    long used =
        geometry.dataOffset()
            + (summary.lastUsedCluster() - Geometry.FIRST_CLUSTER + 1L) * geometry.clusterBytes();
    List<Integer> more = new ArrayList<>();
    long bytes = parts.get(head).data().length();
    boolean needed = used > bytes;
    for (int i = head + 1; i < parts.size() && bytes < end; i++) {
      Part part = parts.get(i);
      if (part.target() != parts.get(head).target()
          || kinds[i] != Part.Kind.UNKNOWN
          || part.data().length() > end - bytes) {
        break;
      }
      more.add(i);
      bytes += part.data().length();
    }
    return bytes == end || (needed && bytes >= used) ? more : List.of();
  }

  private static Bytes joined(List<Part> found) {
    if (found.size() == 1) {
      return found.get(0).data();
    }
    int bytes = 0;
    for (Part part : found) {
      bytes = Math.addExact(bytes, part.data().length());
    }
    byte[] whole = new byte[bytes];
    int at = 0;
    for (Part part : found) {
      part.data().copyTo(0, whole, at, part.data().length());
      at += part.data().length();
    }
    return Bytes.wrap(whole);
  }

  /**
   * Returns the parts that should be volumes and are none: what lies where the board has its
   * filesystem, and what has the marks of one. Of a raw file that is not firmware nothing else can
   * be expected.
   *
   * @param filesystem the segments of the board's filesystem, none if they are not known
   */
  List<UnmountableVolume> unmountable(List<Region> filesystem) {
    List<UnmountableVolume> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (kinds[i] == Part.Kind.UNKNOWN
          && (!part.hasAddress()
              || startsAt(filesystem, part)
              || hasMarks(part.data(), verdicts.get(i)))) {
        kinds[i] = Part.Kind.UNMOUNTABLE;
        found.add(new UnmountableVolume(where(part), part, verdicts.get(i).finding()));
      }
    }
    return found;
  }

  /** "FAT" in the boot sector, or the name of another filesystem. */
  private static boolean hasMarks(Bytes data, MountVerdict verdict) {
    Rule rule = verdict.finding().rule();
    return rule == Rule.EXFAT
        || rule == Rule.LITTLEFS
        || data.hasText(54, "FAT")
        || data.hasText(82, "FAT32");
  }

  private String where(Part part) {
    return part.hasAddress() ? file + ", " + part.described() : file;
  }
}
