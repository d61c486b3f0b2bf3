package mkfsdfu.work;

/** Does two things at the same time. */
public final class Meanwhile {
  private Meanwhile() {}

  /**
   * Does both, and returns when both are done. If both fail, the first one's failure is thrown.
   *
   * @param first done by this thread
   * @param second done by another one
   */
  public static void both(Runnable first, Runnable second) {
    Helper helper = new Helper(second);
    try {
      helper.start();
    } catch (OutOfMemoryError e) {
      // The system has no more threads.
      first.run();
      second.run();
      return;
    }
    try {
      first.run();
    } finally {
      helper.await();
    }
    helper.rethrow();
  }
}
