package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.output.FreeSpace;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a session on their way into sound and CSV, and the one that is the last. It comes from the probe thread or,
 * where that is still starting or busy with a slow measurement when the session ends, from whoever ends it: so sound and
 * CSV end at the same instant, and even a run of a moment has a row. Thread-safe, but for {@link #score}.
 */
final class RunRows {
    private static final long RUNNING = Long.MIN_VALUE;

    private final SessionBuilder wanted;
    private final Timeline timeline;
    private final FreeSpace space;
    private final RunDescription description;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Occurrence> noted = new ConcurrentLinkedQueue<>();
    private @Nullable MetricSet metrics;
    private @Nullable Pipeline pipeline;
    private @Nullable Baseline baseline;
    private @Nullable File csv;
    private @Nullable SeriesOutput series;
    private @Nullable Row row;
    private @Nullable Moment moment;
    private volatile long endNanos = RUNNING;

    /** @param description the first event of the first row */
    RunRows(SessionBuilder wanted, Timeline timeline, FreeSpace space, RunDescription description) {
        this.wanted = wanted;
        this.timeline = timeline;
        this.space = space;
        this.description = description;
    }

    /** Adds an occurrence to the next row. Any thread; does not wait. */
    void note(Occurrence occurrence) {
        noted.add(occurrence);
    }

    /** Says where the rows are written. At most once. */
    void writeTo(File file) {
        lock.lock();
        try {
            csv = file;
            if (isEnded()) {
                write();
                closeSeries();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says what is measured, before the first row.
     *
     * @param scorer which knows what the baseline has taught it
     * @param learned null when there was none
     */
    void measuring(MetricSet measured, Scorer scorer, @Nullable Baseline learned) {
        lock.lock();
        try {
            if (!isEnded()) {
                baseline = learned;
                begin(measured, scorer);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next row.
     *
     * @param last whether it is the last; then all is complete
     * @return what is heard now; null when the session has ended without this row
     */
    @Nullable Moment add(Snapshot snapshot, List<Occurrence> occurrences, boolean last) {
        lock.lock();
        try {
            return isEnded() ? null : accept(snapshot, occurrences, last);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the rows, if they have not ended, with one that repeats the latest values, but for counts of calls, which would
     * then count twice; none are known before the first.
     */
    void end(long nowNanos, long patienceNanos) throws InterruptedException {
        if (isEnded() || lock.isHeldByCurrentThread() || !hasLocked(patienceNanos)) {
            return; // the caller is told of trouble in the midst of a row; or a disk hangs, and a row with it
        }
        try {
            if (!isEnded()) {
                accept(repeated(nowNanos), new ArrayList<>(), true);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How unusual the metric is now, 0…1; NaN while it is learned what is usual. The probe thread's. */
    double score(Metric metric) {
        Pipeline way = pipeline;
        return way == null ? Double.NaN : way.score(metric);
    }

    /** The instant of the last row; of now, which the caller tells, when there is none yet. */
    long endNanos(long nowNanos) {
        return isEnded() ? endNanos : nowNanos;
    }

    /** At once where possible: only who has to wait can be interrupted. */
    private boolean hasLocked(long patienceNanos) throws InterruptedException {
        return lock.tryLock() || lock.tryLock(patienceNanos, TimeUnit.NANOSECONDS);
    }

    private boolean isEnded() {
        return endNanos != RUNNING;
    }

    private Pipeline begin(MetricSet measured, Scorer scorer) {
        metrics = measured;
        Pipeline begun = new Pipeline(scorer, wanted.sound.table(measured), timeline);
        pipeline = begun;
        return begun;
    }

    private Snapshot repeated(long nowNanos) {
        MetricSet measured = metrics == null ? new MetricSet(Metrics.all()) : metrics;
        double[] values = new double[measured.size()];
        Row latest = row;
        for (int i = 0; i < values.length; i++) {
            boolean repeatable = !CallMetrics.isCount(measured.metrics().get(i));
            values[i] = latest != null && repeatable ? latest.snapshot().value(i) : Double.NaN;
        }
        return new Snapshot(latest == null ? nowNanos : Math.max(nowNanos, latest.atNanos()), measured, values);
    }

    private Moment accept(Snapshot snapshot, List<Occurrence> occurrences, boolean last) {
        Pipeline way = pipeline == null ? begin(snapshot.metrics(), new Scorer(snapshot.metrics())) : pipeline;
        List<Occurrence> all = new ArrayList<>();
        if (row == null) {
            all.add(description.event(wanted.sound, baseline));
        }
        all.addAll(notedUntil(snapshot.atNanos(), last));
        all.addAll(occurrences);
        Row next = new Row(snapshot, all, row == null ? 0 : row.atNanos());
        Moment taken = way.accept(next);
        row = next; // not before: one that fails must not limit how far the next reaches back
        if (last) {
            taken = way.finish(taken);
            endNanos = next.atNanos();
        }
        moment = taken;
        write();
        if (last) {
            closeSeries();
        }
        return taken;
    }

    /** What is said while a row is made belongs to the next one, and if there is none, to this one's instant. */
    private List<Occurrence> notedUntil(long rowNanos, boolean last) {
        List<Occurrence> until = new ArrayList<>();
        for (Occurrence next = noted.peek(); next != null; next = noted.peek()) {
            if (next.startNanos() > rowNanos) {
                if (!last) {
                    break;
                }
                next = new Occurrence(next.kind(), rowNanos, next.lengthNanos(), next.text());
            }
            noted.remove();
            until.add(next);
        }
        return until;
    }

    /** Writes the latest row; nothing as long as it is not known where to. */
    private void write() {
        if (csv == null || metrics == null || row == null || moment == null) {
            return;
        }
        if (series == null) {
            series = new SeriesOutput(csv, metrics, space, wanted.trouble);
        }
        List<Occurrence> findings = new ArrayList<>();
        moment.changes().forEach(change -> findings.add(change.toOccurrence()));
        series.write(row, moment.heard(), findings);
    }

    private void closeSeries() {
        if (series != null) {
            series.close();
        }
    }
}
