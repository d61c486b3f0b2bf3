package mkfsdfu.fat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import mkfsdfu.flash.Bytes;

/** A good volume for a test to spoil. */
final class PatchedVolume {
  /** What the good volume holds: two files, two with long names, directories in each other. */
  static final VolumeDirectory TREE =
      TestTree.empty()
          .file("boot.py", 600)
          .file("main.py", 1500)
          .file("Long Name File.txt", 300)
          .file("empty.txt", 0)
          .file("two words.py", 10)
          .file("lib/a.py", 100)
          .file("lib/another long name.py", 700)
          .file("lib/sub/deep.py", 513)
          .build();

  /** FAT12, two FATs, 64 root entries, one sector per cluster. */
  private static final Geometry FAT12 = new Geometry(512, 400, 1, 1, 2, 64, 2, 391, FatType.FAT12);

  /** The same as FAT16. */
  private static final Geometry FAT16 =
      new Geometry(512, 5045, 1, 1, 2, 64, 20, 5000, FatType.FAT16);

  private final Geometry geometry;
  private ByteBuffer bytes;

  private PatchedVolume(Geometry geometry, byte[] bytes) {
    this.geometry = geometry;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static PatchedVolume of(FatType type) {
    return of(type == FatType.FAT12 ? FAT12 : FAT16, TREE);
  }

  static PatchedVolume of(Geometry geometry, VolumeDirectory tree) {
    WrittenVolume written =
        VolumeWriter.write(
            Layout.of(NamedTree.of(tree), geometry, VolumeLabel.of("PYBFLASH")), OptionalInt.of(1));
    return new PatchedVolume(geometry, written.bytes().toArray());
  }

  /** Returns a volume with the number of clusters about whose FAT type drivers disagree. */
  static PatchedVolume disputed() {
    return of(new Geometry(512, 4114, 1, 1, 2, 64, 12, 4085, FatType.FAT12), TREE);
  }

  /** Returns a volume with a directory of one cluster more than the driver reads. */
  static PatchedVolume withLongDirectory() {
    VolumeDirectory tree = TestTree.empty().directory("big").build();
    PatchedVolume volume = of(new Geometry(512, 5045, 1, 1, 2, 64, 20, 5000, FatType.FAT16), tree);
    int slotsPerCluster = 512 / Geometry.SLOT_BYTES;
    int clusters = DirectoryScan.MAX_SLOTS / slotsPerCluster + 1;
    int first = volume.first("big");
    for (int i = 0; i < clusters; i++) {
      volume.fat(first + i, i == clusters - 1 ? 0xFFFF : first + i + 1);
      for (int slot = i == 0 ? 2 : 0; slot < slotsPerCluster; slot++) {
        int at = volume.geometry.clusterOffset(first + i) + slot * Geometry.SLOT_BYTES;
        String number = String.format("%08X", i * slotsPerCluster + slot);
        volume.text(at, number + "TXT ");
      }
    }
    return volume;
  }

  Geometry geometry() {
    return geometry;
  }

  Bytes bytes() {
    return Bytes.copyOf(bytes.array());
  }

  PatchedVolume u8(int at, int value) {
    bytes.put(at, (byte) value);
    return this;
  }

  PatchedVolume u16(int at, int value) {
    bytes.putShort(at, (short) value);
    return this;
  }

  PatchedVolume u32(int at, int value) {
    bytes.putInt(at, value);
    return this;
  }

  PatchedVolume text(int at, String latin1) {
    for (int i = 0; i < latin1.length(); i++) {
      u8(at + i, latin1.charAt(i));
    }
    return this;
  }

  /** Copies slots from one place to another. */
  PatchedVolume copy(int from, int to, int slots) {
    System.arraycopy(bytes.array(), from, bytes.array(), to, slots * Geometry.SLOT_BYTES);
    return this;
  }

  /** Leaves the first so many bytes. */
  PatchedVolume cut(int length) {
    bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), length)).order(ByteOrder.LITTLE_ENDIAN);
    return this;
  }

  int get8(int at) {
    return Byte.toUnsignedInt(bytes.get(at));
  }

  /** Returns an entry of the first FAT. */
  int fat(int cluster) {
    return new AllocationTable(bytes(), geometry).entry(cluster);
  }

  /** Sets an entry of both FATs. */
  PatchedVolume fat(int cluster, int value) {
    fat(0, cluster, value);
    return fat(1, cluster, value);
  }

  /** Sets an entry of one FAT. */
  PatchedVolume fat(int copy, int cluster, int value) {
    int fat = geometry.fatOffset(copy);
    if (geometry.type() == FatType.FAT16) {
      return u16(fat + 2 * cluster, value);
    }
    int at = fat + cluster * 3 / 2;
    int old = bytes.getShort(at) & 0xFFFF;
    return u16(at, (cluster & 1) == 0 ? (old & 0xF000) | value : (old & 0xF) | (value << 4));
  }

  /** Returns the offset of the short entry of a path. */
  int slot(String path) {
    int slash = path.lastIndexOf('/');
    DirectoryScan scan = scan(slash < 0 ? "" : path.substring(0, slash));
    while (scan.next()) {
      if (scan.kind() == DirectoryScan.Kind.ENTRY
          && scan.name().equals(path.substring(slash + 1))) {
        return scan.offset();
      }
    }
    throw new AssertionError("no " + path);
  }

  /** Returns the first cluster of a path. */
  int first(String path) {
    return bytes.getShort(slot(path) + 26) & 0xFFFF;
  }

  /** Returns the offset of the first slot of a directory's first cluster. */
  int dots(String path) {
    return geometry.clusterOffset(first(path));
  }

  /** Returns the offset of a directory's end mark; the empty path is the root. */
  int end(String path) {
    DirectoryScan scan = scan(path);
    while (scan.next()) {
      // Goes to the end.
    }
    return scan.offset();
  }

  /** Puts another long name into the one slot before the short entry of a path. */
  PatchedVolume rename(String path, String name) {
    int slot = slot(path) - Geometry.SLOT_BYTES;
    int[] offsets = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};
    for (int i = 0; i < offsets.length; i++) {
      int filler = i == name.length() ? 0 : 0xFFFF;
      u16(slot + offsets[i], i < name.length() ? name.charAt(i) : filler);
    }
    return this;
  }

  /** Marks the short entry of a path as deleted and frees its clusters, but not its long name. */
  PatchedVolume delete(String path) {
    for (int cluster = first(path); cluster < geometry.clusters(); ) {
      int next = fat(cluster);
      fat(cluster, 0);
      cluster = next;
    }
    return u8(slot(path), 0xE5);
  }

  /** Moves the entries of a directory up to where the dot entries stood. */
  PatchedVolume withoutDots(String path) {
    int from = dots(path);
    int slots = (end(path) - from) / Geometry.SLOT_BYTES;
    return copy(from + 2 * Geometry.SLOT_BYTES, from, slots);
  }

  private DirectoryScan scan(String path) {
    SlotOffsets slots = SlotOffsets.ofRoot(geometry);
    if (!path.isEmpty()) {
      Chains chains = new Chains(new AllocationTable(bytes(), geometry), 0);
      slots = SlotOffsets.of(geometry, bytes.capacity(), chains.follow(first(path)));
    }
    return new DirectoryScan(bytes(), slots);
  }
}
