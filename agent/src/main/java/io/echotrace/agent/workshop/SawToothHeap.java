package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;

/**
 * Objects that live for a while, until they are in the old generation, and are garbage then: it fills in a few minutes, and
 * a collection takes back all of it.
 */
final class SawToothHeap implements Work {
    private static final int CHAINS = 4_096;
    /** As long as some collections of the young generation are apart. */
    private static final int STEPS_KEPT = 600;

    private static final int NODES_PER_STEP = 4_000;
    private static final int GARBAGE_KILOBYTES_PER_STEP = 700;
    private static final double STEPS_PER_SECOND = 20;

    private final Sessions[] kept = new Sessions[STEPS_KEPT];

    @Override
    public void run(Bench bench) throws InterruptedException {
        Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
        for (int step = 0; !bench.isOver(); step++) {
            Sessions sessions = new Sessions(CHAINS);
            sessions.add(NODES_PER_STEP);
            kept[step % STEPS_KEPT] = sessions;
            Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
            pace.did(1);
        }
    }
}
