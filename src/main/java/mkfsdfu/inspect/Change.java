package mkfsdfu.inspect;

import java.util.List;

/**
 * One difference between two sides.
 *
 * @param kind on which side it is
 * @param subject what differs
 * @param path the file's or directory's path, the element's address, or the field of the .dfu
 * @param aspects in which ways it differs; none if it is on one side only
 * @param oldBytes its size on the first side, or -1
 * @param newBytes its size on the second side, or -1
 * @param what the same in words; may be empty
 */
public record Change(
    Kind kind,
    Subject subject,
    String path,
    List<Aspect> aspects,
    long oldBytes,
    long newBytes,
    String what) {
  public Change {
    aspects = List.copyOf(aspects);
  }

  /** On which side something is. */
  public enum Kind {
    /** On the first only. */
    REMOVED,
    /** On the second only. */
    ADDED,
    /** On both, but not the same. */
    CHANGED
  }

  /** What differs. */
  public enum Subject {
    /** A file of the volume. */
    FILE,
    /** A directory of the volume. */
    DIRECTORY,
    /** An element outside the volume. */
    ELEMENT,
    /** Whom the .dfu is for. */
    DEVICE
  }

  /** In which way something differs. */
  public enum Aspect {
    /** A file on one side, a directory on the other. */
    TYPE,
    /** The case of the name, which the board ignores. */
    NAME,
    /** The size. */
    SIZE,
    /** A byte at least. */
    CONTENT,
    /** The modification time. */
    TIME,
    /** On one side it cannot be read whole. */
    UNREADABLE
  }
}
