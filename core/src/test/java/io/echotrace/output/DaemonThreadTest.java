package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("lives in real time")
class DaemonThreadTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    @Test
    void interrupt_endsOnePause_andNotAllThatFollow() {
        Thread.currentThread().interrupt();
        DaemonThread.pause(PATIENCE_NANOS);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void exception_isNoMatterOfTheHosts() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        AtomicReference<Throwable> learned = new AtomicReference<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> learned.set(cause));
        try {
            DaemonThread thread = new DaemonThread("test", () -> {
                throw new IllegalStateException("of EchoTrace's own");
            });
            thread.start();
            thread.await(PATIENCE_NANOS, System::nanoTime);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(learned).hasNullValue();
    }

    @Test
    void callerThatIsInterrupted_waitsOn_andStaysInterrupted() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        DaemonThread work = new DaemonThread("test", () -> {
            awaitQuietly(goOn);
            ended.set(true);
        });
        work.start();
        AtomicReference<String> seen = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            work.await(PATIENCE_NANOS, System::nanoTime);
            seen.set("ended: " + ended + ", interrupted: " + Thread.interrupted());
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        caller.join();
        assertThat(seen).hasValue("ended: true, interrupted: true");
    }

    @Test
    void patience_isBounded_whenTheCallerIsInterrupted() {
        CountDownLatch goOn = new CountDownLatch(1);
        DaemonThread work = new DaemonThread("test", () -> awaitQuietly(goOn));
        work.start();
        Thread.currentThread().interrupt();
        work.await(TimeUnit.MILLISECONDS.toNanos(30), System::nanoTime);
        assertThat(Thread.interrupted()).isTrue();
        goOn.countDown();
    }

    /** A machine so busy that every wait takes a second. */
    @Test
    void patience_isTime_andNotANumberOfWaits() {
        CountDownLatch goOn = new CountDownLatch(1);
        DaemonThread work = new DaemonThread("test", () -> awaitQuietly(goOn));
        work.start();
        AtomicLong readings = new AtomicLong();
        work.await(TimeUnit.MILLISECONDS.toNanos(100), () -> TimeUnit.SECONDS.toNanos(readings.getAndIncrement()));
        assertThat(readings).hasValue(2);
        goOn.countDown();
    }

    @Test
    void thread_doesNotWaitForItself() {
        AtomicReference<DaemonThread> itself = new AtomicReference<>();
        CountDownLatch returned = new CountDownLatch(1);
        itself.set(new DaemonThread("test", () -> {
            Objects.requireNonNull(itself.get()).await(Long.MAX_VALUE, System::nanoTime);
            returned.countDown();
        }));
        Objects.requireNonNull(itself.get()).start();
        await().until(() -> returned.getCount() == 0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
