package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;

/**
 * Data that lives for half a minute, until it is in the old generation, and is garbage then: it fills in a few minutes, and
 * a collection takes back all of it.
 */
final class SawToothHeap implements Work {
    private static final double STEPS_PER_SECOND = 20;
    private static final int STEPS_KEPT = 600;
    private static final int PARTS_PER_STEP = 64;
    private static final int PART_BYTES = 1_000;
    private static final int GARBAGE_KILOBYTES_PER_STEP = 700;

    private final byte[][][] kept = new byte[STEPS_KEPT][][];

    @Override
    public void run(Bench bench) throws InterruptedException {
        Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
        for (int step = 0; !bench.isOver(); step++) {
            kept[step % STEPS_KEPT] = new byte[PARTS_PER_STEP][PART_BYTES];
            Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
            pace.did(1);
        }
    }
}
