package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.Shop;
import io.echotrace.agent.shop.Traffic;
import io.echotrace.agent.workshop.Heap;
import io.echotrace.agent.workshop.Sessions;
import java.util.concurrent.TimeUnit;

/**
 * Allocates so fast that the young generation fills several times a second, and keeps enough of it for a moment that
 * each collection has much to copy. With {@link DemoJvm#OPTIONS} that is five to six collections a second.
 */
final class GcStorm implements Behavior {
    private static final int STEPS_PER_SECOND = 180;
    /** A step allocates about 1 MB: a quarter in objects that are kept for a moment, the rest is garbage at once. */
    private static final int KEPT_PER_STEP = 8_000;

    private static final int GARBAGE_KILOBYTES_PER_STEP = 700;
    private static final int CHAINS = 10_000;
    /** The turn comes to each chain every third of a second: before its nodes are old enough to be promoted. */
    private static final int FORGOTTEN_PER_STEP = 160;

    @Override
    public void run(Shop shop, long lengthNanos) throws InterruptedException {
        shop.send(Traffic.CALM);
        storm(lengthNanos);
        Heap.collect(); // some of what was kept grew old, and would fill the heap in the next phase
    }

    private static void storm(long lengthNanos) throws InterruptedException {
        Sessions sessions = new Sessions(CHAINS);
        long endNanos = System.nanoTime() + lengthNanos;
        Pace pace = new Pace((double) STEPS_PER_SECOND / TimeUnit.SECONDS.toNanos(1));
        for (long step = 0; System.nanoTime() - endNanos < 0; step++) {
            Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
            sessions.forget(step * FORGOTTEN_PER_STEP, FORGOTTEN_PER_STEP);
            sessions.add(KEPT_PER_STEP);
            pace.did(1);
        }
    }
}
