package mkfsdfu.work;

/** Does two things at the same time. */
public final class Meanwhile {
  private Meanwhile() {}

  /**
   * Does both, and returns when both are done. If both fail, the failure of the one there is
   * thrown.
   *
   * @param there done by another thread
   * @param here done by this one
   */
  public static void both(Runnable there, Runnable here) {
    Helper helper = new Helper(there);
    try {
      helper.start();
    } catch (OutOfMemoryError e) {
      // The system has no more threads.
      there.run();
      here.run();
      return;
    }
    Throwable failure = null;
    try {
      here.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    helper.await();
    helper.rethrow();
    Helper.rethrow(failure);
  }
}
