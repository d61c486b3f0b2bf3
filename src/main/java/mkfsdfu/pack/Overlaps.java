package mkfsdfu.pack;

import mkfsdfu.error.DataFailure;

/** Finds elements that claim the same flash: whichever is flashed last would win. */
final class Overlaps {
  private Overlaps() {}

  /**
   * Refuses elements that overlap.
   *
   * @param file the file that they are in, for the message
   * @param byAddress the elements by ascending address
   * @throws DataFailure naming both
   */
  static void refuse(String file, PlannedElement[] byAddress) {
    PlannedElement furthest = null;
    for (PlannedElement next : byAddress) {
      if (next.element().data().length() == 0) {
        continue;
      }
      if (furthest != null && furthest.element().region().overlaps(next.element().region())) {
        throw new DataFailure(
            file,
            next.described() + " overlaps " + furthest.described(),
            "give one of them another address or a smaller size");
      }
      if (furthest == null || next.element().region().end() > furthest.element().region().end()) {
        furthest = next;
      }
    }
  }
}
