package mkfsdfu.cli;

/** One of two things that are done at the same time, on a thread of its own. */
final class Meanwhile extends Thread {
  private final Runnable errand;
  private Throwable failure;

  private Meanwhile(Runnable errand) {
    this.errand = errand;
  }

  /**
   * Does both, and returns when both are done. If both fail, the first one's failure is thrown.
   *
   * @param first done by this thread
   * @param second done by another one
   */
  static void both(Runnable first, Runnable second) {
    Meanwhile other = new Meanwhile(second);
    try {
      other.start();
    } catch (OutOfMemoryError e) {
      // The system has no more threads.
      first.run();
      second.run();
      return;
    }
    try {
      first.run();
    } finally {
      other.await();
    }
    other.rethrow();
  }

  @Override
  public void run() {
    try {
      errand.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void await() {
    try {
      join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted by nobody we know", e);
    }
  }

  private void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
