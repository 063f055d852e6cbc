package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import java.util.ArrayDeque;

/** A cache that fills up to 60 % of the heap within minutes, and from then on forgets its oldest entries. */
final class CacheFill implements Work {
    private static final double SHARE = 0.6;
    private static final double SECONDS = 180;
    private static final int ENTRY_BYTES = 2_000;
    /** Beside each entry, of which the JVM makes collections. */
    private static final int GARBAGE_KILOBYTES = 8;

    private final ArrayDeque<byte[]> cache = new ArrayDeque<>();

    @Override
    public void run(Bench bench) throws InterruptedException {
        Heap.collect();
        double bytes = SHARE * GcMeter.limit() - new GcMeter().usedAfter();
        double entries = bytes / ENTRY_BYTES;
        Pace pace = new Pace(entries / SECONDS / 1e9);
        while (!bench.isOver()) {
            cache.add(new byte[ENTRY_BYTES]);
            if (cache.size() > entries) {
                cache.remove();
            }
            Heap.makeGarbage(GARBAGE_KILOBYTES);
            pace.did(1);
        }
    }
}
