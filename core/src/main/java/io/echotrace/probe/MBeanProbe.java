package io.echotrace.probe;

import io.echotrace.metric.Metric;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads one attribute of an MBean, which is the host's code: it may be slow, hang or throw. So a thread of its own asks
 * the MBean, as {@link #run}, and the probe thread takes the latest answer.
 */
public final class MBeanProbe implements Probe, Runnable {
    /** How often a missing or failing MBean is tried again, and a pattern matched anew. */
    private static final long SEARCH_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** What an MBean may take to answer before its last answer is too old to stand for its value. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Metric metric;
    private final MBeanAttribute attribute;
    private final long periodNanos;
    private final boolean pattern;

    private volatile Answer answer = Answer.none("not read yet");
    private volatile boolean asking;
    private volatile boolean closed;
    /** The probe thread's own: the answer it saw last, and when the MBean was last seen to have answered. */
    private Answer seen = answer;

    private long answeredNanos = Long.MIN_VALUE;

    /** @param intervalNanos how often it is read; more seldom than once a second it is read once a second */
    public MBeanProbe(MBeanMetric wanted, long intervalNanos) {
        metric = wanted.metric();
        attribute = new MBeanAttribute(wanted);
        pattern = wanted.objectName().isPattern();
        periodNanos = Math.min(intervalNanos, PATIENCE_NANOS);
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(metric);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        Answer latest = answer;
        if (latest != seen || !asking || answeredNanos == Long.MIN_VALUE) {
            answeredNanos = nowNanos;
            seen = latest;
        }
        String reason = nowNanos - answeredNanos >= PATIENCE_NANOS ? "the MBean does not answer" : latest.reason;
        if (reason == null) {
            into.value(metric, latest.value);
        } else {
            into.unavailable(metric, reason);
        }
    }

    /** Lets the reading thread end, once the MBean lets go of it. */
    @Override
    public void close() {
        closed = true;
    }

    /** Asks the MBean again and again until this probe is closed. */
    @Override
    public void run() {
        long sinceSearch = 0;
        while (!closed) {
            asking = true;
            answer = ask();
            asking = false;
            long wait = answer.reason == null ? periodNanos : SEARCH_NANOS;
            sinceSearch += wait;
            if (pattern && sinceSearch >= SEARCH_NANOS) {
                attribute.forget();
                sinceSearch = 0;
            }
            rest(wait);
        }
    }

    private Answer ask() {
        try {
            return new Answer(attribute.value(), null);
        } catch (Throwable failure) { // whatever the host's code throws is a reason, not an end
            return Answer.none(ProbeSet.reason(failure));
        }
    }

    /** In short steps, so that a closed probe's thread is soon gone. */
    private void rest(long nanos) {
        long step = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(100));
        for (long left = nanos; left > 0 && !closed; left -= step) {
            LockSupport.parkNanos(step);
            Thread.interrupted(); // one of the host's whole thread group ends one step and is forgotten
        }
    }

    /** What the MBean has answered last. Immutable. */
    private static final class Answer {
        final double value;
        final @Nullable String reason;

        Answer(double value, @Nullable String reason) {
            this.value = value;
            this.reason = reason;
        }

        static Answer none(String reason) {
            return new Answer(Double.NaN, reason);
        }
    }
}
