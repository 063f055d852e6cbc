package io.echotrace.session;

import io.echotrace.output.DaemonThread;
import io.echotrace.probe.ProbeContext;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A live session: measures this JVM and its machine, and makes it heard. Two daemon threads, {@code echotrace-probe} and
 * {@code echotrace-ticker}, and one for each output. Nothing it does or lacks throws into the caller. Thread-safe.
 */
public final class Session {
    private final SessionBuilder wanted;
    private final RunClock clock;
    private final Timeline timeline = new Timeline();
    private final Outputs outputs;
    private final DaemonThread probeThread = new DaemonThread("probe", this::run);
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile @Nullable ProbeLoop loop;

    Session(SessionBuilder wanted) {
        this.wanted = wanted;
        clock = new RunClock(wanted.startNanoTime);
        outputs = new Outputs(wanted, timeline, clock);
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
        if (!started.get() || stopping) {
            return;
        }
        stopping = true;
        long now = clock.getAsLong();
        probeThread.wake();
        probeThread.await(patienceNanos * 3 / 5);
        ProbeLoop ended = loop;
        long end = ended == null ? now : ended.endNanos();
        outputs.stop(end, now + patienceNanos - clock.getAsLong());
    }

    /** What was measured and heard last; null before the first snapshot. */
    public @Nullable Moment moment() {
        ProbeLoop current = loop;
        return current == null ? null : current.moment();
    }

    /** How long the session has run. */
    public double seconds() {
        return clock.getAsLong() / (double) TimeUnit.SECONDS.toNanos(1);
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

    /**
     * The life of the probe thread. Files come first: a host that ends at once has a recording all the same, while the
     * probes take their time.
     */
    private void run() {
        try {
            RunDescription run = new RunDescription(wanted.name, wanted.host, wallClockStart());
            outputs.start(run);
            outputs.whenDecided(() -> wanted.started.accept(this));
            if (stopping) {
                return;
            }
            ProbeContext context = ProbeContext.ofThisJvm();
            new DaemonThread("ticker", new Ticker(context.stops(), clock, () -> stopping)).start();
            try (ProbeLoop measuring = new ProbeLoop(wanted, clock, context, timeline, () -> stopping)) {
                loop = measuring;
                measuring.run(run, outputs.csv());
            }
        } catch (Throwable e) { // the host must never see what befalls this thread
            wanted.trouble.accept("measuring has ended: " + e);
        }
    }

    private Instant wallClockStart() {
        return Instant.now().minusNanos(clock.getAsLong());
    }
}
