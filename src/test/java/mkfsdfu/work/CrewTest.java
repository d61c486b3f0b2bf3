package mkfsdfu.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
  private static final long FEW_BYTES = 1000;
  private static final long MANY_BYTES = 1L << 30;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1000})
  void worksOnEachNumberOnce(int end) {
    AtomicIntegerArray done = new AtomicIntegerArray(end);
    Crew.work(end, MANY_BYTES, 0, () -> done::incrementAndGet);
    for (int i = 0; i < end; i++) {
      assertThat(done.get(i)).as("number %d", i).isEqualTo(1);
    }
  }

  @Test
  void startsNoThreadForAFewBytes() {
    Crew.work(1000, FEW_BYTES, 0, () -> number -> threads.add(Thread.currentThread()));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void startsNoThreadThatWouldKeepMuchMemory() {
    Crew.work(1000, MANY_BYTES, 100 << 20, () -> number -> threads.add(Thread.currentThread()));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void worksOnSeveralNumbersAtOnceIfThereAreProcessors() {
    int wanted = Math.min(2, Runtime.getRuntime().availableProcessors());
    CountDownLatch together = new CountDownLatch(wanted);
    Crew.work(
        wanted,
        MANY_BYTES,
        0,
        () ->
            number -> {
              threads.add(Thread.currentThread());
              together.countDown();
              await(together);
            });
    assertThat(threads).hasSize(wanted);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The later ones fail at once, the first one only after some time. */
  @ParameterizedTest
  @ValueSource(longs = {FEW_BYTES, MANY_BYTES})
  void reportsTheLowestNumberThatFails(long bytes) {
    for (int run = 0; run < 50; run++) {
      assertThatThrownBy(() -> Crew.work(500, bytes, 0, () -> CrewTest::failFromSeven))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("7");
    }
  }

  private static void failFromSeven(int number) {
    if (number == 7) {
      LockSupport.parkNanos(100_000);
    }
    if (number >= 7) {
      throw new IllegalStateException(String.valueOf(number));
    }
  }

  @Test
  void passesErrorsOn() {
    assertThatThrownBy(
            () ->
                Crew.work(
                    1,
                    MANY_BYTES,
                    0,
                    () ->
                        number -> {
                          throw new StackOverflowError("deep");
                        }))
        .isInstanceOf(StackOverflowError.class);
  }
}
