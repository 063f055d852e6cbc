package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;

/** Threads that are started and wait for something that never comes. The dial is how many a minute. */
final class ThreadLeak implements Work {
    private static final double TRIGGER_TIMES = 4;
    private static final double TRIGGER_SECONDS = 30;
    private static final double EXPLAINED = 0.9;
    private static final double LEAST_RISE = 5;
    private static final double STEPS_PER_SECOND = 5;
    /** What the system may not give. */
    private static final int MOST = 4_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void run(Bench bench) throws InterruptedException {
        try {
            leak(bench);
        } finally {
            never.countDown();
        }
    }

    private void leak(Bench bench) throws InterruptedException {
        int usual = threads.getThreadCount();
        Rise rise = new Rise();
        int started = 0;
        Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
        while (!bench.isOver()) {
            while (started < Math.min(MOST, rise.seconds() * bench.dial() / 60)) {
                ShopThreads.newDaemon("leaked-" + started++, this::await).start();
            }
            pace.did(1);
            int now = threads.getThreadCount();
            rise.add(now);
            boolean rises = rise.seconds() > TRIGGER_SECONDS
                    && rise.explained() > EXPLAINED
                    && rise.perSecond() * rise.seconds() > LEAST_RISE;
            if (now > TRIGGER_TIMES * usual || rises) {
                bench.evidence("threads=" + now + " before=" + usual);
            }
        }
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
