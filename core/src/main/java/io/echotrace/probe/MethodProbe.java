package io.echotrace.probe;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports timed calls: of all groups together and, where there are several, of each.
 *
 * <p>Rate and errors are those of the row's own interval, by the instants as the CSV holds them, so that rate times
 * interval, rounded, is the exact count of the row: up to 100 000, beyond which six digits end and the rest is said with
 * the next row. The first interval begins with the run. Durations are those of the last two seconds. They are the time
 * between entry and exit as the caller saw it: where callers wait for one call before they make the next, a stop delays
 * the calls that they would have made, and those are not in the percentiles (coordinated omission).
 *
 * <p>What is read is counted again by the next reading, with what has come since, unless it is {@link #settle settled} in
 * between: a row that could not be made loses no call. For one thread at a time.
 */
public final class MethodProbe implements Probe {
    private static final String NONE_TIMED = "no methods are timed";

    private final Group[] groups;
    private final CallReport all = new CallReport(CallMetrics.ofAll());
    private final CallCounts counts = new CallCounts();
    private final CallCounts sum = new CallCounts();
    private long previousNanos;
    private long readNanos;
    private long unsaidErrors;

    /** @param sources each with a name of its own; with none, all metrics are unavailable */
    public MethodProbe(List<? extends CallSource> sources) {
        groups = new Group[sources.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new Group(sources.get(i), groups.length > 1);
        }
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(all.metrics());
        for (Group group : groups) {
            if (group.report != null) {
                metrics.addAll(group.report.metrics());
            }
        }
        return metrics;
    }

    /** Drains the sources. One that throws loses its own metrics for this reading; all together are then the others. */
    @Override
    public void read(long nowNanos, Readings into) {
        long now = Snapshot.roundedNanos(nowNanos);
        if (now <= previousNanos) {
            return; // no time has passed in which anything could have a rate
        }
        readNanos = now;
        sum.clear();
        String failure = NONE_TIMED;
        int drained = 0;
        for (Group group : groups) {
            String reason = drain(group, now, into);
            failure = reason == null ? failure : reason;
            drained += reason == null ? 1 : 0;
        }
        if (drained > 0) {
            all.report(sum, previousNanos, now, into);
            reportErrors(now, into);
        } else {
            all.unavailable(failure, into);
        }
    }

    /** Says that what was read last stands in a row, and the next reading begins where that row ends. */
    public void settle() {
        previousNanos = readNanos;
        unsaidErrors = 0;
        all.settle();
        for (Group group : groups) {
            if (group.report != null) {
                group.report.settle();
            }
        }
    }

    /** Whether calls were counted that the last reading does not tell: there are too many for its digits. */
    public boolean isOwing() {
        boolean owing = all.isOwing();
        for (Group group : groups) {
            owing |= group.report != null && group.report.isOwing();
        }
        return owing;
    }

    /** Returns why the group could not be drained; null when it could. */
    private @Nullable String drain(Group group, long now, Readings into) {
        counts.clear();
        try {
            group.source.drainTo(counts);
        } catch (Throwable failure) { // a source may be the host's own code
            String reason = ProbeSet.reason(failure);
            if (group.report != null) {
                group.report.unavailable(reason, into);
            }
            return reason;
        }
        sum.add(counts);
        if (group.report != null) {
            group.report.report(counts, previousNanos, now, into);
        }
        return null;
    }

    private void reportErrors(long now, Readings into) {
        unsaidErrors += sum.errors();
        if (unsaidErrors > 0) {
            String count = String.valueOf(unsaidErrors);
            into.occurrence(new Occurrence(Kind.ERROR, previousNanos, now - previousNanos, count));
        }
    }

    private static final class Group {
        final CallSource source;
        final @Nullable CallReport report; // null where it is the only group, and the same as all together

        Group(CallSource source, boolean oneOfSeveral) {
            this.source = source;
            this.report = oneOfSeveral ? new CallReport(CallMetrics.ofGroup(source.name())) : null;
        }
    }
}
