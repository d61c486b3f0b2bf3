package mkfsdfu.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does one thing for each of many numbers, by as many threads as there are processors. Of all that
 * fails, the failure of the lowest number is reported, as if one thread had done all in order.
 */
public final class Crew {
  /** More threads than this gain nothing: what a volume holds is small. */
  private static final int MOST_THREADS = 8;

  /** For fewer bytes a second thread takes longer to start than it saves. */
  private static final long WORTH_BYTES = 1 << 20;

  /** What all helpers together may keep: memory is not to be a matter of processors. */
  private static final long KEPT_BYTES = 8 << 20;

  /** What one thread does; it may keep buffers of its own. */
  public interface Worker {
    /** Does it for one number. */
    void work(int number);
  }

  /** Makes one worker for each thread. */
  public interface Workers {
    /** Makes one. */
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
   * @param kept how many bytes each thread keeps for itself
   */
  public static void work(int end, long bytes, long kept, Workers workers) {
    Crew crew = new Crew(end);
    List<Helper> helpers = new ArrayList<>();
    int wanted = bytes < WORTH_BYTES ? 0 : helpers(end, kept);
    try {
      while (helpers.size() < wanted) {
        Helper helper = crew.helper(workers.make());
        helper.start();
        helpers.add(helper);
      }
    } catch (OutOfMemoryError e) {
      // The system has no more threads: those that there are do it.
    }
    crew.work(workers.make());
    for (Helper helper : helpers) {
      helper.await();
    }
    Helper.rethrow(crew.failure);
  }

  private static int helpers(int end, long kept) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    long affordable = KEPT_BYTES / Math.max(1, kept);
    return (int) Math.max(0, Math.min(Math.min(threads, end) - 1, affordable));
  }

  private Helper helper(Worker worker) {
    // No lambda: its first use costs as much as some hundred files.
    return new Helper(
        new Runnable() {
          @Override
          public void run() {
            work(worker);
          }
        });
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
}
