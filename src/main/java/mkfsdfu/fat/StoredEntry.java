package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mkfsdfu.error.DataFailure;

/** A file or directory of a volume, as the board's driver reads it. */
public final class StoredEntry {
  private final StoredVolume volume;
  private final StoredEntry parent;
  private final Place place;
  private final String shortName;
  private final int attributes;
  private final FatTime modified;
  private final long bytes;
  private final int firstCluster;
  private final Chain chain;
  private final List<StoredEntry> children;

  /** Makes the root directory, which no slot describes. */
  StoredEntry(StoredVolume volume) {
    this.volume = volume;
    this.parent = null;
    this.place = null;
    this.shortName = "";
    this.attributes = DirectoryScan.DIRECTORY;
    this.modified = FatTime.NONE;
    this.bytes = 0;
    this.firstCluster = 0;
    this.chain = Chain.EMPTY;
    this.children = new ArrayList<>();
  }

  /** Makes what the slot describes that a scan stands at. */
  StoredEntry(StoredVolume volume, StoredEntry parent, DirectoryScan scan, Chain chain) {
    this.volume = volume;
    this.parent = parent;
    this.place = new Place(parent.place, scan.name());
    this.shortName = scan.shortName();
    this.attributes = scan.attributes();
    this.modified = scan.modified();
    this.bytes = scan.bytes();
    this.firstCluster = scan.firstCluster();
    this.chain = chain;
    this.children = scan.isDirectory() ? new ArrayList<>() : List.of();
  }

  void add(StoredEntry child) {
    children.add(child);
  }

  /** Returns the name that the board shows; empty for the root. */
  public String name() {
    return place == null ? "" : place.name();
  }

  /** Returns the 8.3 name in the case in which it is stored; empty for the root. */
  public String shortName() {
    return shortName;
  }

  /** Returns the directory it is in; null for the root. */
  public StoredEntry parent() {
    return parent;
  }

  /**
   * Returns the path from the root, {@code /lib/main.py}; {@code /} for the root. Names may hold
   * any character, {@code /} too; of a path over 1000 characters the beginning is left out.
   */
  public String path() {
    return Place.path(place);
  }

  /** Returns the attribute bits: 01 read-only, 02 hidden, 04 system, 10 directory, 20 archive. */
  public int attributes() {
    return attributes;
  }

  /** Tells whether it is a directory. */
  public boolean isDirectory() {
    return (attributes & DirectoryScan.DIRECTORY) != 0;
  }

  /** Returns the modification time as it is stored, which need not be one. */
  public FatTime modified() {
    return modified;
  }

  /** Returns the size that is stored, in bytes; 0 for a sound directory. */
  public long bytes() {
    return bytes;
  }

  /** Returns the first cluster as it is stored; 0 for an empty file. */
  public int firstCluster() {
    return firstCluster;
  }

  /** Returns the clusters, in order, as far as the FAT can be followed. */
  public List<ClusterRun> runs() {
    return chain.runs();
  }

  /** Tells whether its clusters follow each other, so that it can be read in place. */
  public boolean isContiguous() {
    return chain.runCount() <= 1;
  }

  /** Returns what a directory holds, in the order of its slots; nothing for a file. */
  public List<StoredEntry> children() {
    return Collections.unmodifiableList(children);
  }

  /**
   * Returns the file's bytes, which stay where they are until they are copied.
   *
   * @throws DataFailure if the volume does not hold them all: the chain ends or breaks before the
   *     size, or the bytes of a cluster are not there
   */
  public FileContent content() {
    long left = bytes;
    for (int run = 0; run < chain.runCount() && left > 0; run++) {
      long wanted = Math.min(left, runBytes(run));
      if (runOffset(run) + wanted > volume.bytes().length()) {
        throw unreadable("the bytes of its clusters from " + chain.runFirst(run) + " are missing");
      }
      left -= wanted;
    }
    if (left > 0) {
      throw unreadable("its clusters end " + left + " bytes before its size of " + bytes);
    }
    return new StoredContent(this);
  }

  /** Copies the bytes of a file that {@link #content} has found complete. */
  void copyTo(byte[] target, int offset) {
    int left = (int) bytes;
    for (int run = 0; left > 0; run++) {
      int part = (int) Math.min(left, runBytes(run));
      volume.bytes().copyTo((int) runOffset(run), target, offset + (int) bytes - left, part);
      left -= part;
    }
  }

  private long runBytes(int run) {
    return (long) chain.runLength(run) * volume.geometry().clusterBytes();
  }

  private long runOffset(int run) {
    Geometry geometry = volume.geometry();
    long index = (long) chain.runFirst(run) - Geometry.FIRST_CLUSTER;
    return geometry.dataOffset() + index * geometry.clusterBytes();
  }

  private DataFailure unreadable(String what) {
    return new DataFailure(
        volume.where() + ": " + path(), what, "the volume is damaged, verify lists how");
  }
}
