package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.metric.StopText;
import java.util.Arrays;
import java.util.List;

/**
 * Reports what the {@link StopMeter} has found: each stop that a collection caused and each other one from 1 ms as an
 * occurrence, with the first row after it; stalls; and how much of the last two seconds the JVM stood still, the longest time to safepoint and the longest late wake-up since the last reading. A
 * safepoint of EchoTrace's own counts in none of the first three.
 */
final class StopProbe implements Probe {
    private static final long WINDOW_NANOS = 2_000_000_000L;

    private static final long SHORTEST_NANOS = 1_000_000L;

    private final StopMeter meter;
    private final OwnSafepoints own;
    private final CounterWindow stopped = new CounterWindow(WINDOW_NANOS, 1);
    private long stoppedNanos;
    private long longestSyncNanos;

    StopProbe(StopMeter meter, OwnSafepoints own) {
        this.meter = meter;
        this.own = own;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.SAFEPOINT_TIME, Metrics.SAFEPOINT_SYNC, Metrics.STALL);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        longestSyncNanos = 0;
        StopRing ring = meter.ring();
        for (StopRing.Stop stop = ring.peek(); stop != null; stop = ring.peek()) {
            report(stop, into);
            ring.pop();
        }
        stopped.add(nowNanos, stoppedNanos);
        reportMetrics(into);
    }

    private void report(StopRing.Stop stop, Readings into) {
        if (stop.isStall()) {
            StallProbe.report(stop, into);
        } else if (!own.explains(stop)) {
            stoppedNanos += stop.lengthNanos;
            longestSyncNanos = Math.max(longestSyncNanos, stop.syncNanos);
            if (stop.isCollection || stop.lengthNanos >= SHORTEST_NANOS) {
                into.occurrence(new Occurrence(
                        Kind.STOP, stop.startNanos, stop.lengthNanos, StopText.of(stop.causeText(), stop.syncNanos)));
            }
        }
    }

    private void reportMetrics(Readings into) {
        if (!meter.hasTicked()) {
            for (Metric metric : metrics()) {
                into.unavailable(metric, "no ticker runs");
            }
            return;
        }
        into.value(Metrics.STALL, meter.takeLongestLateNanos() / 1e9);
        if (!meter.seesAll()) {
            into.unavailable(Metrics.SAFEPOINT_TIME, meter.missing());
            into.unavailable(Metrics.SAFEPOINT_SYNC, meter.missing());
            return;
        }
        into.value(Metrics.SAFEPOINT_SYNC, longestSyncNanos / 1e9);
        if (stopped.isReady()) {
            // A stop is counted where it ends: one that is longer than the window must not exceed the whole.
            into.value(Metrics.SAFEPOINT_TIME, Math.min(1, stopped.perSecond(0) / 1e9));
        } else {
            into.unavailable(Metrics.SAFEPOINT_TIME, Readings.FIRST_READING);
        }
    }
}
