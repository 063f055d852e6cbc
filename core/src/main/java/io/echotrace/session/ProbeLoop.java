package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.mapping.Sentence;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Snapshot;
import io.echotrace.output.DaemonThread;
import io.echotrace.probe.MBeanProbe;
import io.echotrace.probe.Probe;
import io.echotrace.probe.ProbeContext;
import io.echotrace.probe.ProbeSet;
import io.echotrace.probe.Probes;
import io.echotrace.probe.Readings;
import io.echotrace.probe.StopMeter;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the probe thread does: reads the probes at the interval, and sends each row on its way. */
final class ProbeLoop implements AutoCloseable {
    /**
     * After a stop of the JVM this thread may wake before the ticker has seen its end; on a starved machine the ticker
     * comes late. A row without the stop would have it cut off at what may already be rendered.
     */
    private static final long LONGEST_SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long LONGEST_LAST_SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    private static final long SETTLING_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_SETTLING_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MILLI_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SessionBuilder wanted;
    private final RunClock clock;
    private final StopMeter meter;
    private final BooleanSupplier stopping;
    private final Listeners listeners;
    private final List<MBeanProbe> mbeans = new ArrayList<>();
    private final ProbeSet probes;
    private final MetricSet metrics;
    private final Readings readings;
    private final RunRows rows;
    private final Scorer scorer;
    private final Sentence sentence;
    private final History history = new History();
    private final AtomicLong snapshots = new AtomicLong();
    private @Nullable Baseline baseline; // null where none was asked for, or it cannot be read
    /** A host that ends before its first second is over never pays for it. */
    private long nextStatusNanos = STATUS_NANOS;

    private long latestNanos;
    private boolean failed;
    private boolean unsettled;
    private volatile @Nullable Moment moment;

    ProbeLoop(
            SessionBuilder wanted,
            Listeners listeners,
            RunClock clock,
            ProbeContext context,
            RunRows rows,
            BooleanSupplier stopping) {
        this.wanted = wanted;
        this.listeners = listeners;
        this.clock = clock;
        this.meter = context.stops();
        this.stopping = stopping;
        wanted.mbeans.forEach(metric -> mbeans.add(new MBeanProbe(metric, wanted.intervalNanos)));
        this.probes = new ProbeSet(probes(context));
        this.rows = rows;
        this.metrics = rows.metrics();
        this.readings = new Readings(metrics);
        this.scorer = scorer();
        this.sentence = new Sentence(wanted.sound.table(metrics));
    }

    /** Measures until it is to stop; what ends last is the row that says when. */
    void run() {
        mbeans.forEach(probe -> new DaemonThread("mbean", probe).start());
        rows.measuring(scorer, baseline);
        long next = clock.getAsLong();
        while (!stopping.getAsBoolean()) {
            tryTake(false);
            // On the beat of the interval; after a gap at once, and not again for the beats that were missed.
            next = Math.max(next, clock.getAsLong() - wanted.intervalNanos) + wanted.intervalNanos;
            waitUntil(Math.min(next, wanted.durationNanos));
        }
        tryTake(true);
    }

    @Override
    public void close() {
        probes.close();
    }

    @Nullable Moment moment() {
        return moment;
    }

    List<Moment> history() {
        return history.list();
    }

    Map<Metric, String> unavailable() {
        return readings.unavailable();
    }

    long snapshots() {
        return snapshots.get();
    }

    /** A row that fails, for the host may have run out of memory, is left out; the run goes on. */
    private void tryTake(boolean last) {
        try {
            take(last);
        } catch (Throwable e) {
            tellOnce(e);
        }
    }

    private void tellOnce(Throwable failure) {
        if (failed) {
            return;
        }
        failed = true;
        try {
            wanted.trouble.accept("a measurement failed: " + failure);
            wanted.failure.accept(failure);
        } catch (Throwable ignored) {
            // not even memory for a line is left
        }
    }

    private Scorer scorer() {
        Scorer scorer = new Scorer(metrics);
        File file = wanted.baseline;
        if (file != null) {
            try {
                baseline = Baseline.learn(file, metrics, scorer);
            } catch (IOException e) {
                wanted.trouble.accept("no baseline: " + file + ": " + e.getMessage());
                return new Scorer(metrics);
            }
        }
        return scorer;
    }

    /** Own metrics come last, so that one which is named as a standard metric has the last word. */
    private List<Probe> probes(ProbeContext context) {
        List<Probe> probes = new ArrayList<>();
        if (wanted.standardProbes) {
            probes.addAll(wanted.sound.isMachine() ? Probes.machine(context) : Probes.standard(context));
        }
        probes.addAll(mbeans);
        probes.addAll(wanted.own.probes());
        return probes;
    }

    private void waitUntil(long instant) {
        long left = instant - clock.getAsLong();
        while (left > 0 && !stopping.getAsBoolean()) {
            DaemonThread.pause(left);
            left = instant - clock.getAsLong();
        }
    }

    private void take(boolean last) {
        long now = afterLatest(settled(last ? LONGEST_LAST_SETTLING_NANOS : LONGEST_SETTLING_NANOS));
        probes.read(now, readings);
        latestNanos = Snapshot.roundedNanos(now);
        Moment taken = rows.add(now, readings, last);
        if (taken != null) {
            moment = taken;
            history.add(taken);
            sentence.follow(taken.row());
            snapshots.incrementAndGet();
            listeners.measured(taken);
            tellStatus(taken);
        }
    }

    /** Last, when the row is safe. */
    private void tellStatus(Moment taken) {
        long now = taken.row().atNanos();
        if (now >= nextStatusNanos) {
            nextStatusNanos = now + STATUS_NANOS;
            listeners.status(new Status(taken, readings, rows::score, sentence));
        }
    }

    /** No two rows have the same millisecond: between them no call could have a rate. */
    private long afterLatest(long nowNanos) {
        long now = nowNanos;
        while (Snapshot.roundedNanos(now) <= latestNanos) {
            DaemonThread.pause(MILLI_NANOS);
            now = clock.getAsLong();
        }
        return now;
    }

    /**
     * Waits for the ticker, but not row after row for one that does not come. A stop of the JVM while it waits is not
     * counted: the ticker stood still as well.
     */
    private long settled(long patienceNanos) {
        long now = clock.getAsLong();
        long left = patienceNanos;
        while (!meter.isSettled(now) && !unsettled && left > 0) {
            long before = now;
            DaemonThread.pause(SETTLING_STEP_NANOS);
            now = clock.getAsLong();
            left -= Math.min(now - before, LONGEST_SETTLING_STEP_NANOS);
        }
        unsettled = !meter.isSettled(now);
        return now;
    }
}
