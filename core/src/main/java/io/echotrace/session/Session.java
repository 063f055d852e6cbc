package io.echotrace.session;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.output.DaemonThread;
import io.echotrace.output.FreeSpace;
import io.echotrace.probe.ProbeContext;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.Mix;
import java.io.File;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A live session: measures this JVM and its machine, and makes it heard. Two daemon threads, {@code echotrace-probe} and
 * {@code echotrace-ticker}, and one for each output. Nothing it does or lacks throws into the caller; what does not work
 * is told to {@link SessionBuilder#onTrouble}. Thread-safe.
 */
public final class Session implements AutoCloseable {
    private static final long CLOSING_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What the outputs may take when the run ends by itself: nobody waits. */
    private static final long UNHURRIED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final SessionBuilder wanted;
    private final RunClock clock;
    private final Listeners listeners;
    private final Outputs outputs;
    private final RunRows rows;
    private final RunDescription description;
    private final DaemonThread probeThread = new DaemonThread("probe", this::run);
    private final AtomicBoolean started = new AtomicBoolean();
    /** Open when there is a file for the measurements, or will be none. */
    private final CountDownLatch claimed = new CountDownLatch(1);

    private volatile boolean stopping;
    /** Whether somebody outside waits for the end, and completes the outputs himself where the probe thread is late. */
    private volatile boolean awaited;

    private volatile boolean ended;
    private volatile @Nullable ProbeLoop loop;

    Session(SessionBuilder wanted) {
        this.wanted = wanted;
        clock = new RunClock(wanted.startNanoTime + wanted.delayNanos);
        description = new RunDescription(wanted.name, wanted.host, wallClockStart());
        listeners = new Listeners(wanted);
        Timeline timeline = new Timeline();
        FreeSpace space = new FreeSpace(wanted.trouble);
        rows = new RunRows(wanted, timeline, space, description);
        outputs = new Outputs(wanted, timeline, clock, space, rows);
    }

    /** A builder; the run's time begins when it is made. */
    public static SessionBuilder builder() {
        return new SessionBuilder();
    }

    /** Starts the session's threads and returns at once. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            if (!isDelayed()) {
                rows.begin();
            }
            probeThread.start();
        }
    }

    /**
     * Ends the session: takes a last snapshot and completes the files. Returns when that is done, or when the patience is
     * over. Who calls it again, or on another thread meanwhile, waits as well, with a patience of his own.
     *
     * <p>A listener on the probe thread cannot wait for the thread it runs on: there this returns at once, and the session
     * ends, as after its duration, when the listener has returned.
     */
    public void stop(long patienceNanos) {
        if (!started.get()) {
            return;
        }
        stopping = true;
        if (probeThread.isCurrent()) {
            return;
        }
        awaited = true;
        long now = clock.getAsLong();
        long share = patienceNanos / 5;
        probeThread.wake();
        probeThread.await(3 * share, clock);
        endRows(share);
        awaitFiles(patienceNanos - share - (clock.getAsLong() - now));
        // However late this thread wakes on a busy machine: the sound needs its time to be whole.
        outputs.stop(rows.endNanos(now), Math.max(share, patienceNanos - (clock.getAsLong() - now)));
    }

    /** Sets a mark: an occurrence now, with a text to find it by. It stands in the CSV from the next row on. */
    public void mark(String text) {
        rows.note(new Occurrence(Kind.MARKER, clock.getAsLong(), 0, text));
    }

    /** Says that the user knows what is wrong now. It stands in the CSV from the next row on. */
    public void acknowledge() {
        rows.note(new Occurrence(Kind.ACKNOWLEDGE, clock.getAsLong(), 0, ""));
    }

    /** Volume, mute and streams of what is played live, now; a recording is as the options say. */
    public Mix mix() {
        return outputs.desk().mix();
    }

    /** Changes what is played live, within a tenth of a second; the register stays as it is. */
    public void mix(Mix live) {
        outputs.desk().set(live);
    }

    /** Ends the session and completes the files, for which it waits up to ten seconds. Idempotent. */
    @Override
    public void close() {
        stop(CLOSING_PATIENCE_NANOS);
    }

    /** What was measured and heard last; null before the first snapshot. */
    public @Nullable Moment moment() {
        ProbeLoop current = loop;
        return current == null ? null : current.moment();
    }

    /** The metrics without a value now, and why each has none. */
    public Map<Metric, String> unavailable() {
        ProbeLoop current = loop;
        return current == null ? Collections.emptyMap() : current.unavailable();
    }

    /** What was measured and heard at the last hundred snapshots, the oldest first. Copies them. */
    public List<Moment> history() {
        ProbeLoop current = loop;
        return current == null ? Collections.emptyList() : current.history();
    }

    /** How long the session has run; 0 while it is delayed. */
    public double seconds() {
        return Math.max(0, clock.getAsLong()) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Snapshots taken so far. */
    public long snapshots() {
        ProbeLoop current = loop;
        return current == null ? 0 : current.snapshots();
    }

    /** Whether it plays on a speaker. */
    public boolean isPlaying() {
        return outputs.isPlaying();
    }

    /** The files of the recording, in order; empty when nothing is recorded. */
    public List<File> wavs() {
        return outputs.wavs();
    }

    /** The measurements' file; null when there is none. */
    public @Nullable File csv() {
        return outputs.csv();
    }

    /** Where the sound goes, in words. */
    public List<String> destinations() {
        return outputs.descriptions();
    }

    /** The life of the probe thread. */
    private void run() {
        try {
            awaitStart();
            if (!isDelayed()) {
                live();
            }
        } catch (Throwable e) { // the host must never see what befalls this thread
            wanted.trouble.accept("measuring has ended: " + e);
            wanted.failure.accept(e);
        } finally {
            claimed.countDown();
            ended = true; // not before: the last row carries the stops that the ticker has seen until then
        }
        endRows(Long.MAX_VALUE);
        if (!awaited) {
            outputs.stop(rows.endNanos(clock.getAsLong()), UNHURRIED_NANOS);
            listeners.ended(this);
        }
    }

    private void awaitStart() {
        while (isDelayed() && !stopping) {
            DaemonThread.pause(-clock.getAsLong());
        }
        if (!isDelayed()) {
            rows.begin();
        }
    }

    /** The probe thread may not even have come to the files: the measurements are written as soon as it does. */
    private void awaitFiles(long patienceNanos) {
        try {
            claimed.await(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDelayed() {
        return clock.getAsLong() < 0;
    }

    /** Files come first: a host that ends at once has a recording all the same, while the probes take their time. */
    private void live() throws Exception {
        outputs.start(description, file -> {
            rows.writeTo(file);
            claimed.countDown();
        });
        claimed.countDown();
        outputs.whenDecided(() -> listeners.started(this));
        if (!isOver()) {
            measure();
        }
    }

    private void measure() throws Exception {
        ProbeContext context = ProbeContext.ofThisJvm();
        new DaemonThread("ticker", new Ticker(context.stops(), clock, () -> ended)).start();
        try (ProbeLoop measuring = new ProbeLoop(wanted, listeners, clock, context, rows, this::isOver)) {
            loop = measuring;
            measuring.run();
        }
    }

    private boolean isOver() {
        return stopping || clock.getAsLong() >= wanted.durationNanos;
    }

    private void endRows(long patienceNanos) {
        if (isDelayed()) {
            return; // nothing to end
        }
        try {
            rows.end(clock.getAsLong(), patienceNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // no memory for a last row, as when the host has run out of it
            wanted.trouble.accept("the last measurement failed: " + e);
        }
    }

    private Instant wallClockStart() {
        return Instant.now().minusNanos(clock.getAsLong());
    }
}
