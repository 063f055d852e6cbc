package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.ShopThreads;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that nobody ends: small arrays in a list that only grows, while other garbage sees to it that there is a
 * collection every few seconds, before the leak, too. The dial is in how many minutes from its start the heap will be full.
 */
final class MemoryLeak implements Work {
    private static final double TRIGGER_MINUTES = 60;
    private static final int TRIGGER_COLLECTIONS = 6;
    private static final double TRIGGER_SECONDS = 20;
    private static final double EXPLAINED = 0.9;
    private static final int SESSION_BYTES = 4_000;
    private static final int SESSION_OVERHEAD_BYTES = 20;
    /** Beyond, the program would end for want of memory. */
    private static final double FULL = 0.97;

    private static final double STEPS_PER_SECOND = 20;
    private static final int GARBAGE_KILOBYTES_PER_STEP = 600;

    private final GcMeter gc = new GcMeter();
    private final List<byte[]> sessions = new ArrayList<>();

    @Override
    public void prepare(Bench bench) {
        Heap.collect();
        ShopThreads.newDaemon("garbage", MemoryLeak::makeGarbage).start();
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        try {
            leak(bench);
        } finally {
            sessions.clear();
            Heap.collect();
        }
    }

    private void leak(Bench bench) throws InterruptedException {
        long limit = GcMeter.limit();
        double bytesPerSecond = (limit - gc.usedAfter()) / (bench.dial() * 60);
        Pace pace = new Pace(bytesPerSecond / 1e9);
        Rise rise = new Rise();
        long collections = gc.count();
        while (!bench.isOver()) {
            if (gc.usedAfter() > FULL * limit) {
                bench.sleep(Double.MAX_VALUE);
            }
            sessions.add(new byte[SESSION_BYTES]);
            pace.did(SESSION_BYTES + SESSION_OVERHEAD_BYTES);
            if (gc.count() != collections) {
                collections = gc.count();
                rise.add((double) gc.usedAfter() / limit);
                look(bench, rise);
            }
        }
    }

    private void look(Bench bench, Rise rise) {
        double minutes = (1 - (double) gc.usedAfter() / GcMeter.limit()) / rise.perSecond() / 60;
        boolean isCertain = rise.count() >= TRIGGER_COLLECTIONS
                && rise.seconds() >= TRIGGER_SECONDS
                && rise.explained() > EXPLAINED;
        if (isCertain && minutes > 0 && minutes < TRIGGER_MINUTES) {
            bench.evidence(Protocol.words("full-in-minutes", minutes));
        }
    }

    private static void makeGarbage() {
        try {
            Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
            while (true) {
                Heap.makeGarbage(GARBAGE_KILOBYTES_PER_STEP);
                pace.did(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
