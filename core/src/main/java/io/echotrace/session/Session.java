package io.echotrace.session;

import io.echotrace.probe.ProbeContext;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A live session: measures this JVM and its machine, and makes it heard. Two daemon threads, {@code echotrace-probe} and
 * {@code echotrace-ticker}, and one for each output. Nothing it does or lacks throws into the caller. Thread-safe.
 */
public final class Session {
    private final RunClock clock;
    private final Outputs outputs;
    private final Ticker ticker;
    private final ProbeLoop loop;
    private final Daemon probeThread;
    private final Daemon tickerThread;
    private final Consumer<Session> startListener;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Session(SessionBuilder wanted) {
        clock = new RunClock(wanted.nanoTime, wanted.startNanoTime);
        Timeline timeline = new Timeline();
        ProbeContext context = ProbeContext.ofThisJvm();
        outputs = new Outputs(wanted, timeline, clock);
        ticker = new Ticker(context.stops(), clock);
        tickerThread = new Daemon("ticker", ticker);
        loop = new ProbeLoop(wanted, clock, context, timeline, outputs, this::onOutputsDecided);
        probeThread = new Daemon("probe", loop);
        startListener = wanted.started;
    }

    /** A builder; the run's time begins when it is made. */
    public static SessionBuilder builder() {
        return new SessionBuilder();
    }

    /** Starts the session's threads and returns at once. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            probeThread.start();
        }
    }

    /**
     * Ends the session: takes a last snapshot and completes the files. Returns when that is done, or when the patience is
     * over. Idempotent.
     */
    public void stop(long patienceNanos) {
        if (!started.get() || !stopped.compareAndSet(false, true)) {
            return;
        }
        long deadline = clock.getAsLong() + patienceNanos;
        loop.stop();
        probeThread.wake();
        probeThread.await(patienceNanos / 2);
        ticker.stop();
        outputs.stop(loop.endNanos(), deadline - clock.getAsLong());
    }

    /** What was measured and heard last; null before the first snapshot. */
    public @Nullable Moment moment() {
        return loop.moment();
    }

    /** How long the session has run. */
    public double seconds() {
        return clock.getAsLong() / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Snapshots taken so far. */
    public long snapshots() {
        return loop.snapshots();
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

    private void onOutputsDecided() {
        tickerThread.start();
        startListener.accept(this);
    }
}
