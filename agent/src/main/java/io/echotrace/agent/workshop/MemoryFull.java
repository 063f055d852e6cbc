package io.echotrace.agent.workshop;

import java.util.ArrayDeque;

/**
 * A cache that grows until hardly anything of the heap is left after a collection. The dial is the share of the heap that is
 * used then.
 */
final class MemoryFull implements Work {
    private static final double TRIGGER = 0.95;
    private static final int ENTRY_BYTES = 100_000;
    private static final double REACHED = 0.003;
    private static final double BETWEEN_LOOKS_SECONDS = 0.5;
    /** The shop's own garbage makes for collections then. */
    private static final double WHEN_REACHED_SECONDS = 15;

    private final GcMeter gc = new GcMeter();
    private final ArrayDeque<byte[]> cache = new ArrayDeque<>();

    @Override
    public void run(Bench bench) throws InterruptedException {
        long limit = GcMeter.limit();
        Held held = new Held(TRIGGER, 0);
        try {
            Heap.collect();
            while (!bench.isOver()) {
                adapt(bench.dial() * limit - gc.usedAfter());
                Heap.collect();
                double used = (double) gc.usedAfter() / limit;
                if (held.by(used)) {
                    bench.evidence(Protocol.words("used-after-gc", used));
                }
                bench.sleep(Math.abs(used - bench.dial()) < REACHED ? WHEN_REACHED_SECONDS : BETWEEN_LOOKS_SECONDS);
            }
        } finally {
            cache.clear();
            Heap.collect();
        }
    }

    private void adapt(double missingBytes) {
        try {
            for (double missing = missingBytes; missing > ENTRY_BYTES / 2; missing -= ENTRY_BYTES) {
                cache.add(new byte[ENTRY_BYTES]);
            }
        } catch (OutOfMemoryError e) {
            cache.poll(); // the shop needs some of it now
        }
        for (double surplus = -missingBytes; surplus > ENTRY_BYTES / 2; surplus -= ENTRY_BYTES) {
            cache.poll();
        }
    }
}
