package mkfsdfu.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MeanwhileTest {
  @Test
  void doesTheFirstOnAnotherThreadAndTheSecondOnThis() {
    AtomicReference<Thread> first = new AtomicReference<>();
    AtomicReference<Thread> second = new AtomicReference<>();
    Meanwhile.both(
        () -> first.set(Thread.currentThread()), () -> second.set(Thread.currentThread()));
    assertThat(first.get()).isNotNull().isNotSameAs(Thread.currentThread());
    assertThat(second.get()).isSameAs(Thread.currentThread());
  }

  @Test
  void doesBothAtTheSameTime() {
    CountDownLatch together = new CountDownLatch(2);
    Meanwhile.both(() -> meet(together), () -> meet(together));
    assertThat(together.getCount()).isZero();
  }

  @Test
  void waitsForTheFirstEvenIfTheSecondFails() {
    CountDownLatch failing = new CountDownLatch(1);
    AtomicReference<String> done = new AtomicReference<>("");
    assertThatThrownBy(
            () ->
                Meanwhile.both(
                    () -> {
                      await(failing);
                      done.set("done");
                    },
                    () -> {
                      failing.countDown();
                      throw new IllegalStateException("second");
                    }))
        .hasMessage("second");
    assertThat(done.get()).isEqualTo("done");
  }

  @Test
  void throwsWhatTheFirstThrew() {
    Error error = new AssertionError("first");
    assertThatThrownBy(() -> Meanwhile.both(() -> fail(new IllegalStateException("no")), () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThatThrownBy(() -> Meanwhile.both(() -> fail(error), () -> {})).isSameAs(error);
  }

  @Test
  void throwsTheFirstOfTwoFailures() {
    CountDownLatch second = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Meanwhile.both(
                    () -> {
                      await(second);
                      fail(new IllegalStateException("first"));
                    },
                    () -> {
                      second.countDown();
                      fail(new IllegalStateException("second"));
                    }))
        .hasMessage("first");
  }

  private static void meet(CountDownLatch together) {
    together.countDown();
    await(together);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
