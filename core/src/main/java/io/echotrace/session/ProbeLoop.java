package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.output.DaemonThread;
import io.echotrace.probe.MBeanMetric;
import io.echotrace.probe.MBeanProbe;
import io.echotrace.probe.Probe;
import io.echotrace.probe.ProbeContext;
import io.echotrace.probe.ProbeSet;
import io.echotrace.probe.Probes;
import io.echotrace.probe.Readings;
import io.echotrace.probe.StopMeter;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the probe thread does: reads the probes at the interval, and sends each row on its way. */
final class ProbeLoop implements AutoCloseable {
    /** After a stop of the JVM this thread may wake before the ticker has seen its end. */
    private static final long LONGEST_SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long SETTLING_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long RUNNING = Long.MIN_VALUE;
    private static final long FIRST = Long.MIN_VALUE;

    private final SessionBuilder wanted;
    private final RunClock clock;
    private final StopMeter meter;
    private final BooleanSupplier stopping;
    private final ProbeSet probes;
    private final MetricSet metrics;
    private final Readings readings;
    private final Pipeline pipeline;
    private @Nullable Baseline baseline; // null where none was asked for, or it cannot be read
    private long previousNanos = FIRST;
    private boolean failed;
    private volatile long endNanos = RUNNING;
    private final AtomicLong snapshots = new AtomicLong();
    private volatile @Nullable Moment moment;

    ProbeLoop(
            SessionBuilder wanted, RunClock clock, ProbeContext context, Timeline timeline, BooleanSupplier stopping) {
        this.wanted = wanted;
        this.clock = clock;
        this.meter = context.stops();
        this.stopping = stopping;
        this.probes = new ProbeSet(probes(wanted, context));
        this.metrics = catalogueAnd(probes.metrics());
        this.readings = new Readings(metrics);
        this.pipeline = new Pipeline(scorer(), wanted.sound.table(), timeline);
    }

    /** Measures until it is to stop; what ends last is the row that says when. */
    void run(RunDescription run, @Nullable File csv) {
        try (SeriesOutput series = new SeriesOutput(csv, metrics, wanted.trouble)) {
            measure(run, series);
        }
    }

    @Override
    public void close() {
        probes.close();
    }

    /** The instant of the last row once the loop has ended, else now. */
    long endNanos() {
        return endNanos == RUNNING ? clock.getAsLong() : endNanos;
    }

    @Nullable Moment moment() {
        return moment;
    }

    long snapshots() {
        return snapshots.get();
    }

    private void measure(RunDescription run, SeriesOutput series) {
        readings.occurrence(run.event(wanted.sound, baseline));
        long next = clock.getAsLong();
        while (!stopping.getAsBoolean()) {
            tryTake(series, false);
            // On the beat of the interval; after a gap at once, and not again for the beats that were missed.
            next = Math.max(next, clock.getAsLong() - wanted.intervalNanos) + wanted.intervalNanos;
            waitUntil(Math.min(next, wanted.durationNanos));
        }
        tryTake(series, true);
        endNanos = previousNanos == FIRST ? clock.getAsLong() : previousNanos;
    }

    /** A row that fails, for the host may have run out of memory, is left out; the run goes on. */
    private void tryTake(SeriesOutput series, boolean last) {
        try {
            take(series, last);
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

    private static List<Probe> probes(SessionBuilder wanted, ProbeContext context) {
        List<Probe> probes =
                new ArrayList<>(wanted.sound.isMachine() ? Probes.machine(context) : Probes.standard(context));
        for (MBeanMetric metric : wanted.mbeans) {
            MBeanProbe probe = new MBeanProbe(metric, wanted.intervalNanos);
            probes.add(probe);
            new DaemonThread("mbean", probe).start();
        }
        return probes;
    }

    /** Every run has the columns of the whole catalogue, so that runs compare; own metrics stand behind them. */
    private static MetricSet catalogueAnd(List<Metric> probed) {
        Set<Metric> all = new LinkedHashSet<>(Metrics.all());
        all.addAll(probed);
        return new MetricSet(new ArrayList<>(all));
    }

    private void waitUntil(long instant) {
        long left = instant - clock.getAsLong();
        while (left > 0 && !stopping.getAsBoolean()) {
            DaemonThread.pause(left);
            left = instant - clock.getAsLong();
        }
    }

    private void take(SeriesOutput series, boolean last) {
        long now = settled();
        probes.read(now, readings);
        Snapshot snapshot = readings.snapshot(now);
        long previous = previousNanos == FIRST ? snapshot.atNanos() : previousNanos;
        Row row = new Row(snapshot, readings.takeOccurrences(), previous);
        previousNanos = row.atNanos();
        Moment taken = pipeline.accept(row);
        List<Occurrence> findings = pipeline.findingChanges();
        if (last) {
            findings.addAll(pipeline.finish(row.atNanos()));
        }
        series.write(row, taken.heard(), findings);
        moment = taken;
        snapshots.incrementAndGet();
    }

    private long settled() {
        long now = clock.getAsLong();
        long latest = now + LONGEST_SETTLING_NANOS;
        while (!meter.isSettled(now) && now < latest && !stopping.getAsBoolean()) {
            DaemonThread.pause(SETTLING_STEP_NANOS);
            now = clock.getAsLong();
        }
        return now;
    }
}
