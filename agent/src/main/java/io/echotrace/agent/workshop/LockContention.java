package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clerks who all want the only ledger: who writes holds its lock, and all others are blocked before it. The dial is the
 * share of live threads that are blocked; there are as many clerks as it takes beside all other threads of the JVM.
 */
final class LockContention implements Work {
    private static final double TRIGGER = 0.10;
    private static final double BETWEEN_LOOKS_SECONDS = 0.25;
    private static final long WRITING_MILLIS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ArrayDeque<Thread> clerks = new ArrayDeque<>();
    private final List<Thread> leaving = new ArrayList<>();
    private final Object ledger = new Object();

    @Override
    public void run(Bench bench) throws InterruptedException {
        Held held = new Held(TRIGGER, 0);
        try {
            while (!bench.isOver()) {
                adapt(bench.dial());
                bench.sleep(BETWEEN_LOOKS_SECONDS);
                double blocked = blockedShare();
                if (held.by(blocked)) {
                    bench.evidence(Protocol.words("blocked", blocked));
                }
            }
        } finally {
            dismissAll();
        }
    }

    /** One of the clerks is at the ledger and not blocked. Who is sent away goes when it is his turn, and not before. */
    private void adapt(double share) {
        leaving.removeIf(clerk -> !clerk.isAlive());
        int others = threads.getThreadCount() - clerks.size() - leaving.size();
        int wanted = 1 + (int) Math.round(share * (others + 1) / (1 - share)) - leaving.size();
        while (clerks.size() < wanted) {
            Thread clerk = ShopThreads.newDaemon("clerk", this::write);
            clerks.add(clerk);
            clerk.start();
        }
        while (clerks.size() > wanted * 1.05 + 1) {
            Thread clerk = clerks.remove();
            clerk.interrupt();
            leaving.add(clerk);
        }
    }

    private void dismissAll() throws InterruptedException {
        leaving.addAll(clerks);
        clerks.clear();
        for (Thread clerk : leaving) {
            clerk.interrupt();
        }
        for (Thread clerk : leaving) {
            clerk.join();
        }
    }

    private void write() {
        while (!Thread.currentThread().isInterrupted()) {
            synchronized (ledger) {
                try {
                    TimeUnit.MILLISECONDS.sleep(WRITING_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private double blockedShare() {
        int live = 0;
        int blocked = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            live += thread == null ? 0 : 1;
            blocked += thread != null && thread.getThreadState() == Thread.State.BLOCKED ? 1 : 0;
        }
        return (double) blocked / live;
    }
}
