package mkfsdfu.work;

/** A thread that keeps what its task throws for who started it. */
final class Helper extends Thread {
  private final Runnable task;
  private Throwable failure;

  Helper(Runnable task) {
    super("helper");
    this.task = task;
  }

  @Override
  public void run() {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Waits until the task has ended. */
  void await() {
    try {
      join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted by nobody we know", e);
    }
  }

  /** Throws what the task has thrown, once it has ended. */
  void rethrow() {
    rethrow(failure);
  }

  /** Throws an unchecked exception or an error; nothing if it is null. */
  static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
