package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import java.util.Collections;
import java.util.List;

/**
 * Reports of what the {@link StopMeter} has found only what the machine does: stalls, and the longest late wake-up since
 * the last reading. For a JVM that listens to its machine, whose own collections and stops nobody wants to hear.
 */
final class StallProbe implements Probe {
    private final StopMeter meter;

    StallProbe(StopMeter meter) {
        this.meter = meter;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.STALL);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        StopRing ring = meter.ring();
        for (StopRing.Stop stop = ring.peek(); stop != null; stop = ring.peek()) {
            if (stop.isStall()) {
                report(stop, into);
            }
            ring.pop();
        }
        if (meter.hasTicked()) {
            into.value(Metrics.STALL, meter.takeLongestLateNanos() / 1e9);
        } else {
            into.unavailable(Metrics.STALL, "no ticker runs");
        }
    }

    static void report(StopRing.Stop stall, Readings into) {
        into.occurrence(new Occurrence(Kind.STALL, stall.startNanos, stall.lengthNanos, ""));
    }
}
