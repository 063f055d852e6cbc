package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads probes when they are due and keeps their failures apart: a probe that throws, whatever it throws, loses its own
 * metrics until its next attempt, two seconds later at the earliest. Probe thread only.
 */
public final class ProbeSet implements AutoCloseable {
    private static final long RETRY_NANOS = 2_000_000_000L;
    /** When the first slow probe is read: the first rows come early, and a host that ends before never pays for it. */
    private static final long FIRST_SLOW_NANOS = 500_000_000L;
    /** Slow probes are first read one after the other by this much, so that no row carries them all. */
    private static final long STAGGER_NANOS = 100_000_000L;

    private final List<Scheduled> scheduled = new ArrayList<>();

    /** @param probes closed by this set */
    public ProbeSet(List<Probe> probes) {
        long slow = 0;
        for (Probe probe : probes) {
            Scheduled next = new Scheduled(probe);
            if (next.periodNanos > 0) {
                next.delayNanos = FIRST_SLOW_NANOS + slow++ * STAGGER_NANOS;
            }
            scheduled.add(next);
        }
    }

    /** The metrics of all probes, each once, in the order of the probes. */
    public List<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        for (Scheduled each : scheduled) {
            for (Metric metric : each.metrics) {
                if (!all.contains(metric)) {
                    all.add(metric);
                }
            }
        }
        return all;
    }

    /**
     * Reads the probes that are due. Never throws.
     *
     * @param nowNanos since the run started
     */
    public void read(long nowNanos, Readings into) {
        for (Scheduled each : scheduled) {
            if (each.isDue(nowNanos)) {
                each.read(nowNanos, into);
            }
        }
    }

    /** Reads all probes, due or not. Never throws. */
    public void readNow(long nowNanos, Readings into) {
        for (Scheduled each : scheduled) {
            each.read(nowNanos, into);
        }
    }

    /** Closes all probes; idempotent, never throws. */
    @Override
    @SuppressWarnings({"CatchAndPrintStackTrace", "EmptyCatch"})
    public void close() {
        for (Scheduled each : scheduled) {
            try {
                each.probe.close();
            } catch (Throwable ignored) { // nothing is left to do with it, and the others must be closed too
            }
        }
        scheduled.clear();
    }

    /** What the user reads instead of a value when a probe has thrown. */
    static String reason(Throwable failure) {
        if (failure instanceof UnavailableException) {
            return String.valueOf(failure.getMessage());
        }
        String message = failure.getMessage();
        if (failure instanceof NoClassDefFoundError) {
            return "this JVM has no class " + String.valueOf(message).replace('/', '.');
        }
        String name = failure.getClass().getSimpleName();
        return "failed: " + (message == null ? name : name + ", " + message);
    }

    private static final class Scheduled {
        final Probe probe;
        final List<Metric> metrics;
        final long periodNanos;
        long delayNanos;
        private long dueNanos = Long.MIN_VALUE;

        Scheduled(Probe probe) {
            this.probe = probe;
            this.metrics = probe.metrics();
            this.periodNanos = probe.periodNanos();
        }

        boolean isDue(long nowNanos) {
            if (dueNanos == Long.MIN_VALUE) {
                dueNanos = nowNanos + delayNanos;
            }
            return nowNanos >= dueNanos;
        }

        void read(long nowNanos, Readings into) {
            long wait = periodNanos;
            try {
                probe.read(nowNanos, into);
            } catch (Throwable failure) { // also LinkageError: what this JVM lacks is a reason, not an end
                String reason = reason(failure);
                for (Metric metric : metrics) {
                    into.unavailable(metric, reason);
                }
                wait = Math.max(periodNanos, RETRY_NANOS);
            }
            // From the due time, not from now, so that lateness does not add up; after a gap, from now.
            dueNanos = Math.max(dueNanos + wait, nowNanos - wait + 1);
            if (wait > 0 && dueNanos <= nowNanos) {
                dueNanos = nowNanos + wait;
            }
        }
    }
}
