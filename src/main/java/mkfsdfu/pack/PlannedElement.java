package mkfsdfu.pack;

import mkfsdfu.dfu.DfuElement;

/**
 * An element of the finished file and how it got there.
 *
 * @param element address and bytes
 * @param role what it is
 * @param change what was done to it
 * @param source the file that raw bytes came from; empty for other elements
 */
public record PlannedElement(DfuElement element, Role role, Change change, String source) {
  /** What an element is. */
  public enum Role {
    /** Something that stood in the file before: the firmware, mostly. */
    FOREIGN,
    /** Raw bytes from a file. */
    RAW,
    /** The volume, or one segment of it. */
    VOLUME
  }

  /** What was done to an element. */
  public enum Change {
    /** It stands as it stood. */
    KEPT,
    /** It took the place of another one at its address. */
    REPLACED,
    /** It is new in the file. */
    ADDED
  }

  /** Returns the element as messages name it. */
  String described() {
    String what =
        switch (role) {
          case FOREIGN -> "the element";
          case RAW -> source;
          case VOLUME -> "the volume";
        };
    return what + " at " + element.region();
  }
}
