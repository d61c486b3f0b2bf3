package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;

/** What speaks against doing as asked: it ends the run, or with --force it is said as a warning. */
final class Objections {
  private final boolean overruled;
  private final List<Remark> remarks = new ArrayList<>();

  /**
   * Starts with none.
   *
   * @param overruled whether to go on all the same
   */
  Objections(boolean overruled) {
    this.overruled = overruled;
  }

  /**
   * Raises one.
   *
   * @throws DataFailure unless objections are overruled
   */
  void raise(String where, String what, String remedy) {
    raise(where, List.of(what), remedy);
  }

  /**
   * Raises several, of which the first makes the message and the rest its details.
   *
   * @throws DataFailure unless there are none, or objections are overruled
   */
  void raise(String where, List<String> what, String remedy) {
    if (!what.isEmpty() && !overruled) {
      throw new DataFailure(where, what.get(0), remedy, what.subList(1, what.size()), null);
    }
    for (int i = 0; i < what.size(); i++) {
      remarks.add(Remark.warning(where + ": " + what.get(i)));
    }
  }

  /** Returns those that were overruled. */
  List<Remark> remarks() {
    return remarks;
  }
}
