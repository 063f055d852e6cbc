package io.echotrace.agent.workshop;

import java.util.ArrayDeque;
import java.util.function.IntUnaryOperator;

/** Class loaders come and go, as in a server whose applications are scripts. */
final class ClassLoading implements Work {
    private static final int CLASSES = 25;
    private static final int KEPT = 20;
    private static final double BETWEEN_SECONDS = 1;
    private static final int GARBAGE_KILOBYTES = 2_000;

    private final ArrayDeque<IntUnaryOperator[]> kept = new ArrayDeque<>();

    @Override
    public void run(Bench bench) throws InterruptedException {
        while (!bench.isOver()) {
            kept.add(MadeClasses.make(CLASSES));
            if (kept.size() > KEPT) {
                kept.remove();
            }
            Heap.makeGarbage(GARBAGE_KILOBYTES);
            bench.sleep(BETWEEN_SECONDS);
        }
    }
}
