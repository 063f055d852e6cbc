package io.echotrace.session;

import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.probe.Readings;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/** What the user says to a run while it goes on: set aside by any thread, carried into the next row by the probe thread. */
final class Remarks {
    private final Queue<Occurrence> waiting = new ConcurrentLinkedQueue<>();
    private final LongSupplier clock;

    Remarks(LongSupplier clock) {
        this.clock = clock;
    }

    /** It is said now, whenever the row comes. */
    void add(Kind kind, String text) {
        waiting.add(new Occurrence(kind, clock.getAsLong(), 0, text));
    }

    /** Before the row's instant is read, so that no remark lies behind its row. */
    void moveTo(Readings readings) {
        for (Occurrence next = waiting.poll(); next != null; next = waiting.poll()) {
            readings.occurrence(next);
        }
    }
}
