package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * A loop that reaches no safepoint before its end, as that of a thread in a long computation, while a dump of all threads is
 * wanted, for which all have to stop. The dial is for how many seconds they are waited for: so long the loop goes on.
 */
final class SafepointStall implements Work {
    static final String[] JVM = {
        "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xmn64m", "-XX:-UseCountedLoopSafepoints", // the default of JDK 8
    };

    private static final double TRIGGER_SECONDS = 0.05;
    private static final double BETWEEN_SECONDS = 2;
    private static final double LEAST_BETWEEN_SECONDS = 0.3;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_LENGTH = 500;
    private static final int NEVER_REACHED = Integer.MAX_VALUE - 1;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private volatile boolean isRunning;
    private volatile long endNanos;

    @Override
    public void prepare(Bench bench) {
        endNanos = System.nanoTime() + TimeUnit.DAYS.toNanos(1);
        for (int i = 0; i < WARM_UP; i++) {
            loop(WARM_UP_LENGTH); // in the interpreter, and compiled in haste, it would stop at any time
        }
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        while (!bench.isOver()) {
            double waited = stall(bench.dial());
            if (waited > TRIGGER_SECONDS) {
                bench.evidence(Protocol.words("sync", waited));
            }
            bench.sleep(waited > bench.dial() / 2 ? BETWEEN_SECONDS : LEAST_BETWEEN_SECONDS);
        }
    }

    /** Dumps all threads while one is in the loop, and says how much longer that took than without. */
    private double stall(double seconds) throws InterruptedException {
        double usual = dumpSeconds();
        endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Thread looping = ShopThreads.newDaemon("loop", () -> {
            isRunning = true;
            loop(NEVER_REACHED);
        });
        looping.start();
        while (!isRunning) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(1);
        endNanos = System.nanoTime() + (long) (seconds * 1e9);
        double waited = dumpSeconds() - usual;
        looping.join();
        isRunning = false;
        return waited;
    }

    private double dumpSeconds() {
        long startNanos = System.nanoTime();
        threads.dumpAllThreads(false, false);
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** Asks for the time without a call that would be a safepoint: it is put in place by the compiler. */
    private void loop(int length) {
        for (int i = 0; i < length; i++) {
            if (System.nanoTime() - endNanos >= 0) {
                return;
            }
        }
    }
}
