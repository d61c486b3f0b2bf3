package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.MappedFlash;
import mkfsdfu.fat.Placement;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.flash.Region;

/**
 * Where in flash the files of a fresh volume lie, for code that reads them in place. It holds until
 * a file is written to, removed or replaced.
 *
 * @param files in the order of the tree
 */
public record FlashMap(List<MappedFile> files) {
  /** Copies the list. */
  public FlashMap {
    files = List.copyOf(files);
  }

  /** Returns the map of a tree that has no place yet: all is right in it but the addresses. */
  static FlashMap withoutPlace(VolumeDirectory root) {
    List<MappedFile> files = new ArrayList<>();
    addContents(root, "", files);
    return new FlashMap(files);
  }

  private static void addContents(
      VolumeDirectory directory, String prefix, List<MappedFile> files) {
    for (VolumeEntry entry : directory.entries()) {
      String path = prefix + entry.name();
      if (entry instanceof VolumeDirectory child) {
        addContents(child, path + "/", files);
      } else if (entry instanceof VolumeFile file) {
        files.add(MappedFile.at(path, 0, (int) file.content().bytes()));
      }
    }
  }

  /**
   * Returns the map of a volume.
   *
   * @param placements where its files lie in it
   * @param except a file that is not to be in the map; empty for none
   */
  static FlashMap of(List<Placement> placements, String except, Place place) {
    List<Region> stretches = stretches(place.partition().segments());
    List<MappedFile> files = new ArrayList<>(placements.size());
    for (Placement placement : placements) {
      if (!placement.path().equals(except)) {
        files.add(mapped(placement, stretches, place.board()));
      }
    }
    return new FlashMap(files);
  }

  /**
   * Segments that touch are one stretch of flash: a file that crosses from one to the next is
   * whole.
   */
  private static List<Region> stretches(List<Region> segments) {
    List<Region> stretches = new ArrayList<>();
    for (Region segment : segments) {
      int last = stretches.size() - 1;
      if (last >= 0 && stretches.get(last).end() == segment.start().value()) {
        Region before = stretches.get(last);
        stretches.set(last, new Region(before.start(), before.bytes() + segment.bytes()));
      } else {
        stretches.add(segment);
      }
    }
    return stretches;
  }

  private static MappedFile mapped(Placement file, List<Region> stretches, BoardBuild board) {
    if (file.bytes() == 0) {
      return MappedFile.at(file.path(), 0, 0);
    }
    int index = 0;
    long offset = file.offset();
    while (offset >= stretches.get(index).bytes()) {
      offset -= stretches.get(index++).bytes();
    }
    Region stretch = stretches.get(index);
    if (!MappedFlash.shows(stretch, board)) {
      return new MappedFile(file.path(), null, file.bytes(), MappedFile.NOT_MAPPED);
    }
    if (offset + file.bytes() > stretch.bytes()) {
      return new MappedFile(file.path(), null, file.bytes(), MappedFile.IN_TWO_PIECES);
    }
    return MappedFile.at(file.path(), stretch.start().value() + offset, file.bytes());
  }

  /** Returns what there is to say of files that are left out. */
  List<Remark> remarks() {
    int leftOut = 0;
    MappedFile first = null;
    for (MappedFile file : files) {
      if (!file.isInPlace()) {
        leftOut++;
        first = first == null ? file : first;
      }
    }
    if (first == null) {
      return List.of();
    }
    String whose = leftOut == 1 ? "1 file has" : leftOut + " files have";
    return List.of(
        Remark.note(
            whose
                + " no address in the map: "
                + first.path()
                + (leftOut == 1 ? " lies " : " and others lie ")
                + (first.obstacle().equals(MappedFile.NOT_MAPPED)
                    ? "in flash that the processor does not see as memory"
                    : "in two places in flash")));
  }
}
