package io.echotrace.judge;

import io.echotrace.metric.StopText;
import java.util.function.DoubleSupplier;

/** Stops of the whole JVM that have one cause and come again and again. */
final class Stops {
    private final String cause;
    private final DoubleSupplier between;
    private final DoubleSupplier length;
    private final DoubleSupplier sync;
    private double next;

    /**
     * @param first when the first begins
     * @param cause of the collection; empty when it is none
     * @param between seconds from one beginning to the next
     * @param length seconds from the end of the time to safepoint
     * @param sync time to safepoint in seconds
     */
    Stops(double first, String cause, DoubleSupplier between, DoubleSupplier length, DoubleSupplier sync) {
        this.next = first;
        this.cause = cause;
        this.between = between;
        this.length = length;
        this.sync = sync;
    }

    /** When the next one is due, in seconds. */
    double next() {
        return next;
    }

    /** Takes the next one, which begins as soon as it is due and another is over. */
    Stop take(double overAt) {
        double start = Math.max(next, overAt);
        double waited = sync.getAsDouble();
        next = start + between.getAsDouble();
        String text = StopText.of(cause, Math.round(waited * 1e9));
        return new Stop(start, waited + length.getAsDouble(), text, !cause.isEmpty());
    }

    /** One of them. */
    record Stop(double start, double length, String text, boolean isCollection) {
        double end() {
            return start + length;
        }
    }
}
