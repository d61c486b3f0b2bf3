package mkfsdfu.fat;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does one thing for each of many numbers, by as many threads as there are processors. Of all that
 * fails, the failure of the lowest number is reported, as if one thread had done all in order.
 */
final class Crew {
  /** More threads than this gain nothing: what a volume holds is small. */
  private static final int MOST_THREADS = 8;

  /** For fewer bytes a second thread takes longer to start than it saves. */
  private static final long WORTH_BYTES = 1 << 20;

  /** What one thread does; it may keep buffers of its own. */
  interface Worker {
    void work(int number);
  }

  /** Makes one worker for each thread. */
  interface Workers {
    Worker make();
  }

  private final AtomicInteger next = new AtomicInteger();

  /** Where to stop: the number after the last, or the lowest that failed. */
  private volatile int end;

  private Throwable failure;

  private Crew(int end) {
    this.end = end;
  }

  /**
   * Works through the numbers from 0 on, and throws what the lowest number that failed has thrown.
   *
   * @param end the number after the last
   * @param bytes how many bytes are moved in all
   */
  static void work(int end, long bytes, Workers workers) {
    Crew crew = new Crew(end);
    Thread[] helpers = new Thread[bytes < WORTH_BYTES ? 0 : helpers(end)];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = crew.helper(workers.make());
      helpers[i].start();
    }
    crew.work(workers.make());
    for (Thread helper : helpers) {
      await(helper);
    }
    crew.rethrow();
  }

  private static int helpers(int end) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    return Math.max(0, Math.min(threads, end) - 1);
  }

  private Thread helper(Worker worker) {
    // No lambda: its first use costs as much as some hundred files.
    return new Thread() {
      @Override
      public void run() {
        work(worker);
      }
    };
  }

  private void work(Worker worker) {
    // Numbers are given out in order: below one that failed, all are done or being done.
    for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
      try {
        worker.work(number);
      } catch (RuntimeException | Error e) {
        fail(number, e);
      }
    }
  }

  private synchronized void fail(int number, Throwable e) {
    if (number < end) {
      end = number;
      failure = e;
    }
  }

  private static void await(Thread helper) {
    try {
      helper.join();
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
