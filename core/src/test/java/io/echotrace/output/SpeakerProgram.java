package io.echotrace.output;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A program that plays 440 Hz for some seconds and prints what it is told, and at the end what its speaker's thread cost:
 * {@code SpeakerProgram SECONDS}.
 */
final class SpeakerProgram {
    private static final long SECOND = 1_000_000_000L;

    private SpeakerProgram() {}

    public static void main(String[] args) throws InterruptedException {
        long start = System.nanoTime();
        AtomicReference<@Nullable FakeSource> source = new AtomicReference<>();
        SpeakerOutput output = new SpeakerOutput(
                null,
                rate -> {
                    FakeSource sine = FakeSource.sine(rate, 440, 0.25);
                    source.set(sine);
                    return sine;
                },
                () -> System.nanoTime() - start,
                line -> System.out.println(line));
        output.start();
        System.out.println("playing: " + output.isPlaying(10 * SECOND));
        Thread.sleep(1000); // the first second is warm-up
        long skippedBefore = skipped(source.get());
        long[] before = cost();
        Thread.sleep((long) (Double.parseDouble(args[0]) * 1000) - 1000);
        long[] after = cost();
        System.out.println("cpu ns: " + (after[0] - before[0]) + " allocated bytes: " + (after[1] - before[1]));
        System.out.println("skipped frames: " + (skipped(source.get()) - skippedBefore));
        output.stop(System.nanoTime() - start, SECOND);
        System.out.println("stopped");
    }

    private static long skipped(@Nullable FakeSource source) {
        return source == null ? 0 : source.skipped();
    }

    private static long[] cost() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("echotrace-speaker")) {
                return new long[] {
                    threads.getThreadCpuTime(thread.getId()), threads.getThreadAllocatedBytes(thread.getId())
                };
            }
        }
        return new long[2];
    }
}
