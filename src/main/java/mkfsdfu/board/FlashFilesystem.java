package mkfsdfu.board;

import java.util.List;
import java.util.Locale;
import mkfsdfu.flash.Region;

/**
 * Where and how a firmware keeps its filesystem.
 *
 * @param storage what it is in
 * @param segments in the order of its blocks; none if there is no filesystem, or its place is not
 *     known
 * @param addressed whether the segments are addresses that can be flashed; otherwise they are
 *     offsets in an external chip, for which DFU has no address
 * @param blockBytes bytes of a block, 512 or 4096; 0 if there is no filesystem
 * @param mounts {@code fat}, {@code lfs1}, {@code lfs2}: what the firmware can mount, first what it
 *     formats with
 * @param wantedLabel the volume label that the firmware asks for when it formats
 */
public record FlashFilesystem(
    Storage storage,
    List<Region> segments,
    boolean addressed,
    int blockBytes,
    List<String> mounts,
    String wantedLabel) {
  private static final int MOST_LABEL_CHARACTERS = 11;
  private static final String NOT_IN_LABELS = "\"*+,./:;<=>?[\\]|";

  /** Copies the lists. */
  public FlashFilesystem {
    segments = List.copyOf(segments);
    mounts = List.copyOf(mounts);
  }

  /** Tells whether the firmware formats with FAT and boots from it. */
  public boolean isFat() {
    return !mounts.isEmpty() && mounts.get(0).equals("fat");
  }

  /** Tells whether a volume made for the one is right for the other. */
  boolean isLike(FlashFilesystem other) {
    return storage == other.storage
        && addressed == other.addressed
        && blockBytes == other.blockBytes
        && mounts.equals(other.mounts)
        && wantedLabel.equals(other.wantedLabel)
        && segments.equals(other.segments);
  }

  /**
   * Returns the label as it ends up in the volume, in upper case. It is empty where FatFs refuses
   * the wanted one: over 11 characters, or with characters that no label may have. The firmware
   * does not look at that refusal, and its volume has no label.
   */
  public String label() {
    if (wantedLabel.length() > MOST_LABEL_CHARACTERS) {
      return "";
    }
    for (int i = 0; i < wantedLabel.length(); i++) {
      char c = wantedLabel.charAt(i);
      if (c < ' ' || c > '~' || NOT_IN_LABELS.indexOf(c) >= 0) {
        return "";
      }
    }
    return wantedLabel.toUpperCase(Locale.ROOT);
  }
}
