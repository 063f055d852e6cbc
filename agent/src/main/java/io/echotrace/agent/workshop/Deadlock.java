package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads in a ring, each of which holds a lock and wants that of the next. The dial is how many. Every second lock is a
 * monitor, the others are of java.util.concurrent. Nothing undoes it but the end of the JVM.
 */
final class Deadlock implements Work {
    private static final double BETWEEN_SEARCHES_SECONDS = 5;
    /** A server has many threads that do nothing; among fewer, those of the ring would be lock contention, too. */
    private static final int IDLE_THREADS = 80;

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void prepare(Bench bench) {
        for (int i = 0; i < IDLE_THREADS; i++) {
            ShopThreads.newDaemon("idle-" + i, this::idle).start();
        }
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        lock((int) Math.round(bench.dial()));
        int found = 0;
        while (!bench.isOver()) {
            long[] threads = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            found = threads == null ? 0 : found + 1;
            if (found >= 2) {
                bench.evidence("threads=" + threads.length);
                bench.sleep(Double.MAX_VALUE); // no more searches: each is a short stop of all threads
            }
            bench.sleep(BETWEEN_SEARCHES_SECONDS);
        }
    }

    @Override
    public boolean canBeUndone() {
        return false;
    }

    private void idle() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lock(int many) {
        Object[] locks = new Object[many];
        for (int i = 0; i < many; i++) {
            locks[i] = i % 2 == 0 ? new Object() : new ReentrantLock();
        }
        CyclicBarrier allHoldOne = new CyclicBarrier(many);
        for (int i = 0; i < many; i++) {
            Object own = locks[i];
            Object wanted = locks[(i + 1) % many];
            ShopThreads.newDaemon(
                            "deadlock-" + i,
                            () -> hold(own, () -> {
                                await(allHoldOne);
                                hold(wanted, () -> {});
                            }))
                    .start();
        }
    }

    private static void hold(Object lock, Runnable body) {
        if (lock instanceof ReentrantLock) {
            ReentrantLock held = (ReentrantLock) lock;
            held.lock();
            try {
                body.run();
            } finally {
                held.unlock();
            }
        } else {
            synchronized (lock) {
                body.run();
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e); // nobody interrupts them
        }
    }
}
