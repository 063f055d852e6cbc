package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.ShopThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Every minute ten seconds of work: threads that compute and allocate, and end. */
final class PeriodicBatch implements Work {
    private static final double FIRST_SECONDS = 20;
    private static final double BETWEEN_SECONDS = 60;
    private static final double LENGTH_SECONDS = 10;
    private static final int THREADS = 8;
    private static final double CPU_SHARE = 0.5;
    private static final double STEPS_PER_SECOND = 50;
    private static final int GARBAGE_KILOBYTES_PER_STEP = 80;

    @Override
    public void run(Bench bench) throws InterruptedException {
        bench.sleep(FIRST_SECONDS);
        while (!bench.isOver()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Thread thread = ShopThreads.newDaemon("batch-" + i, PeriodicBatch::work);
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            bench.sleep(BETWEEN_SECONDS - LENGTH_SECONDS);
        }
    }

    private static void work() {
        double share = CPU_SHARE * Runtime.getRuntime().availableProcessors() / THREADS;
        long busyNanos = (long) (1e9 / STEPS_PER_SECOND * share);
        byte[] data = new byte[1_024];
        CRC32 sum = new CRC32();
        Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
        try {
            for (int step = 0; step < LENGTH_SECONDS * STEPS_PER_SECOND; step++) {
                Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
                long endNanos = System.nanoTime() + busyNanos;
                while (System.nanoTime() - endNanos < 0) {
                    sum.update(data, 0, data.length);
                }
                pace.did(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
