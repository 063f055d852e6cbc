package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * A loop that reaches no safepoint before its end, as that of a thread in a long computation, while a dump of all threads is
 * wanted, for which all have to stop. The dial is for how many seconds they are waited for: the loop is as long.
 */
final class SafepointStall implements Work {
    static final String[] JVM = {
        "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xmn64m", "-XX:-UseCountedLoopSafepoints", // the default of JDK 8
    };

    private static final double TRIGGER_SECONDS = 0.05;
    private static final double BETWEEN_SECONDS = 2;
    private static final double LEAST_BETWEEN_SECONDS = 0.3;
    private static final long HEAD_START_MILLIS = 2;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_LENGTH = 1_000;
    private static final int TRIAL_LENGTH = 20_000_000;
    private static final int TRIALS = 30;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @SuppressWarnings("UnusedVariable") // or the JIT compiler leaves the loop out
    private volatile long result;

    private volatile boolean isRunning;
    private double lengthPerSecond;

    @Override
    public void prepare(Bench bench) {
        for (int i = 0; i < WARM_UP; i++) {
            result = loop(WARM_UP_LENGTH);
        }
        for (int i = 0; i < TRIALS; i++) { // of which the last run as fast as the loop ever will
            long startNanos = System.nanoTime();
            result = loop(TRIAL_LENGTH);
            lengthPerSecond = Math.max(lengthPerSecond, TRIAL_LENGTH * 1e9 / (System.nanoTime() - startNanos));
        }
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        while (!bench.isOver()) {
            double waited = stall(bench.dial());
            if (waited > TRIGGER_SECONDS) {
                bench.evidence(Protocol.words("sync", waited));
            }
            if (waited > bench.dial() / 2) { // or the loop had not begun yet
                lengthPerSecond *= Math.max(0.8, Math.min(1.25, bench.dial() / waited));
                bench.sleep(BETWEEN_SECONDS);
            }
            bench.sleep(LEAST_BETWEEN_SECONDS);
        }
    }

    /** Dumps all threads while one is in the loop, and says how much longer that took than without. */
    private double stall(double seconds) throws InterruptedException {
        double usual = dumpSeconds();
        int length = (int) Math.min(Integer.MAX_VALUE - 1, (seconds + HEAD_START_MILLIS / 1e3) * lengthPerSecond);
        Thread looping = ShopThreads.newDaemon("loop", () -> loopOnce(length));
        looping.start();
        while (!isRunning) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(HEAD_START_MILLIS);
        double waited = dumpSeconds() - usual;
        looping.join();
        isRunning = false;
        return waited;
    }

    private void loopOnce(int length) {
        isRunning = true;
        result = loop(length);
    }

    private double dumpSeconds() {
        long startNanos = System.nanoTime();
        threads.dumpAllThreads(false, false);
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static long loop(int length) {
        long sum = 1;
        for (int i = 0; i < length; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }
}
