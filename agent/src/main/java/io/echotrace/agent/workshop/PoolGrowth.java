package io.echotrace.agent.workshop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pool that grows to its size of 60 threads in four minutes, one by one, and stays so. */
final class PoolGrowth implements Work {
    private static final int SIZE = 60;
    private static final double BETWEEN_SECONDS = 4;

    @Override
    public void run(Bench bench) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(SIZE);
        try {
            while (!bench.isOver()) {
                pool.execute(() -> Heap.makeGarbage(100)); // each job makes one more thread, until there are enough
                bench.sleep(BETWEEN_SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
