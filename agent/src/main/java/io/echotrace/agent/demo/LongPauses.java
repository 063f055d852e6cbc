package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.Shop;
import io.echotrace.agent.shop.Traffic;
import io.echotrace.agent.workshop.Heap;
import io.echotrace.agent.workshop.Sessions;
import java.util.concurrent.TimeUnit;

/**
 * Fills the heap with small objects that refer to each other and has it collected as a whole every few seconds. With
 * {@link DemoJvm#OPTIONS} one thread does that, and all others stand still for it: each time longer than before, since
 * there is more to visit.
 */
final class LongPauses implements Behavior {
    private static final int ROUNDS = 6;
    private static final int CHAINS = 65_536;
    private static final int FIRST_NODES = 2_600_000;
    private static final int MORE_NODES = 800_000;
    private static final int NODES_PER_STEP = 10_000;
    /** Between the kept objects, so that each collection of the young generation has few of them to copy. */
    private static final int GARBAGE_KILOBYTES_PER_STEP = 900;
    /** On a slow machine the heap grows no further: a listener should not think that the demo has ended. */
    private static final long LONG_ENOUGH_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    @Override
    public void run(Shop shop, long lengthNanos) throws InterruptedException {
        shop.send(Traffic.CALM);
        fillAndCollect(lengthNanos);
        Heap.collect(); // what was kept is free now, and that shows only after a collection
    }

    private static void fillAndCollect(long lengthNanos) throws InterruptedException {
        Sessions sessions = new Sessions(CHAINS);
        long startNanos = System.nanoTime();
        int wanted = FIRST_NODES;
        for (int round = 1; round <= ROUNDS; round++) {
            long endNanos = startNanos + round * lengthNanos / ROUNDS;
            fill(sessions, wanted, endNanos);
            wanted = Heap.collect() < LONG_ENOUGH_NANOS ? MORE_NODES : 0;
        }
    }

    /** Adds the nodes evenly over the time until the given instant. */
    private static void fill(Sessions sessions, int nodes, long endNanos) throws InterruptedException {
        long leftNanos = Math.max(1, endNanos - System.nanoTime());
        Pace pace = new Pace((double) nodes / leftNanos);
        for (int added = 0; added < nodes && System.nanoTime() - endNanos < 0; added += NODES_PER_STEP) {
            Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
            sessions.add(NODES_PER_STEP);
            pace.did(NODES_PER_STEP);
        }
        TimeUnit.NANOSECONDS.sleep(endNanos - System.nanoTime());
    }
}
