package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.output.FreeSpace;
import io.echotrace.probe.Readings;
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
    private static final long MILLI_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SessionBuilder wanted;
    private final Timeline timeline;
    private final FreeSpace space;
    private final RunDescription description;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Occurrence> noted = new ConcurrentLinkedQueue<>();
    private final CallReader calls;
    private final CaptionsOutput captions;
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
        this.calls = new CallReader(wanted);
        this.captions = new CaptionsOutput(space::isShort, wanted.trouble);
    }

    /** What the rows are of. */
    MetricSet metrics() {
        return calls.metrics();
    }

    /** Says that the run has begun: calls that ended before are not of it. Idempotent. */
    void begin() {
        lock.lock();
        try {
            calls.begin();
        } finally {
            lock.unlock();
        }
    }

    /** Adds an occurrence to the next row. Any thread; does not wait. */
    void note(Occurrence occurrence) {
        noted.add(occurrence);
    }

    /**
     * Says in which file the recording begins or goes on: its captions stand beside it. Any thread; does not wait.
     *
     * @param startNanos the instant of the file's first frame
     * @param kept the files of the recording that there are now
     */
    void recordedIn(File wav, long startNanos, List<File> kept) {
        captions.recordedIn(wav, startNanos, kept);
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
     * Says what was learned, before the first row.
     *
     * @param scorer which knows what the baseline has taught it
     * @param learned null when there was none
     */
    void measuring(Scorer scorer, @Nullable Baseline learned) {
        lock.lock();
        try {
            if (!isEnded()) {
                baseline = learned;
                begin(scorer);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next row, and reads the calls into it.
     *
     * @param readings all other values
     * @param last whether it is the last; then all is complete
     * @return what is heard now; null when the session has ended without this row
     */
    @Nullable Moment add(long nowNanos, Readings readings, boolean last) {
        lock.lock();
        try {
            if (isEnded()) {
                return null;
            }
            if (last) {
                return acceptLast(nowNanos, readings);
            }
            calls.read(nowNanos, readings);
            return accept(readings.snapshot(nowNanos), readings.takeOccurrences(), false);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the rows, if they have not ended, with one that repeats the latest values, of which none are known before the
     * first row; but the calls are those since.
     */
    void end(long nowNanos, long patienceNanos) throws InterruptedException {
        if (isEnded() || lock.isHeldByCurrentThread() || !hasLocked(patienceNanos)) {
            return; // the caller is told of trouble in the midst of a row; or a disk hangs, and a row with it
        }
        try {
            if (!isEnded()) {
                calls.begin(); // nobody else may have come to it
                acceptLast(afterLatest(nowNanos), repeated());
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

    private Pipeline begin(Scorer scorer) {
        Pipeline begun = new Pipeline(scorer, wanted.sound.table(metrics()), timeline);
        pipeline = begun;
        return begun;
    }

    /** Another than the latest row's, which would have no time in which calls could have a rate. */
    private long afterLatest(long nowNanos) {
        return Math.max(nowNanos, latestNanos() + MILLI_NANOS);
    }

    private long latestNanos() {
        return row == null ? 0 : row.atNanos();
    }

    /** The latest values, but not those that count something: it would count twice. */
    private Readings repeated() {
        Readings repeated = new Readings(metrics());
        for (Metric metric : metrics().metrics()) {
            double value = row == null || CallMetrics.isCount(metric) ? Double.NaN : row.value(metric);
            if (!Double.isNaN(value)) {
                repeated.value(metric, value);
            }
        }
        return repeated;
    }

    /** The last row; and one more where it has not the digits for all of its calls. */
    private Moment acceptLast(long nowNanos, Readings readings) {
        calls.read(nowNanos, readings);
        if (!calls.isOwing()) {
            return accept(readings.snapshot(nowNanos), readings.takeOccurrences(), true);
        }
        accept(readings.snapshot(nowNanos), readings.takeOccurrences(), false);
        Readings rest = repeated();
        long next = afterLatest(nowNanos);
        calls.read(next, rest);
        return accept(rest.snapshot(next), rest.takeOccurrences(), true);
    }

    private Moment accept(Snapshot snapshot, List<Occurrence> occurrences, boolean last) {
        Pipeline way = pipeline == null ? begin(new Scorer(metrics())) : pipeline;
        List<Occurrence> all = new ArrayList<>();
        if (row == null) {
            all.add(description.event(wanted.sound, baseline));
        }
        all.addAll(notedUntil(snapshot.atNanos(), last));
        all.addAll(occurrences);
        Row next = new Row(snapshot, all, latestNanos());
        Moment taken = way.accept(next);
        row = next; // not before: one that fails must not limit how far the next reaches back, nor take calls with it
        calls.settle();
        if (last) {
            taken = way.finish(taken);
            endNanos = next.atNanos();
        }
        moment = taken;
        write();
        if (last) {
            closeSeries();
        }
        captions.follow(taken, last); // whatever becomes of them, the row is safe
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
        if (csv == null || row == null || moment == null) {
            return;
        }
        if (series == null) {
            series = new SeriesOutput(csv, metrics(), space, wanted.trouble);
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
