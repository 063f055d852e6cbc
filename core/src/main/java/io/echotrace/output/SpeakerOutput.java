package io.echotrace.output;

import io.echotrace.voice.FrameSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays live, about 100 ms behind now, on the thread {@code echotrace-speaker}. Looking for a device, opening, playing and
 * closing all happen there, since a hung sound server blocks each of them, for ever if it likes: there is never a second
 * such thread. When the device dies while it plays, it is tried every half second to open it again.
 */
public final class SpeakerOutput implements Output {
    /** Rides out pauses of the JVM of 100 ms, with the 20 ms steps in which devices take frames on top. */
    private static final int BUFFER_MILLIS = 125;

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long REOPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SEEK_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The longest that a full queue can take to play to its end. */
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(BUFFER_MILLIS + 80);

    private static final long SILENT_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Supply supply;
    private final Sources sources;
    private final LongSupplier runNanos;
    private final boolean persistent;
    private final SpeakerState state;
    private final DaemonThread thread = new DaemonThread("speaker", this::play);
    private boolean hasPlayed;
    private volatile boolean stopping;

    /** Makes the device; on the speaker's thread, since the classes it needs may be missing. */
    interface Supply {
        SoundDevice device();
    }

    /** Makes the sound for a device that has been opened, at its sample rate; called on the speaker's thread. */
    public interface Sources {
        /** For the first device. */
        FrameSource begin(int sampleRateHz);

        /** For one that is there again after the first was lost. */
        FrameSource resume(int sampleRateHz);
    }

    /**
     * @param deviceName a part of the device's name; null: the default device
     * @param runNanos the clock: nanoseconds since the run started
     * @param persistent whether a device that is not there at the start is waited for; if not, the speaker is silent then,
     *     for good and without a word
     * @param listener is told, on any thread, why there is silence and that it is over; never a line per attempt
     */
    public SpeakerOutput(
            @Nullable String deviceName,
            Sources sources,
            LongSupplier runNanos,
            boolean persistent,
            Consumer<String> listener) {
        this(() -> new JavaSoundDevice(deviceName), sources, runNanos, persistent, listener);
    }

    SpeakerOutput(
            Supply supply, Sources sources, LongSupplier runNanos, boolean persistent, Consumer<String> listener) {
        this.supply = supply;
        this.sources = sources;
        this.runNanos = runNanos;
        this.persistent = persistent;
        this.state = new SpeakerState(runNanos, listener);
    }

    @Override
    public void start() {
        thread.start();
    }

    /**
     * Whether there is a device that plays. Waits until it is known, but no longer than it is told: a sound server that
     * does not answer counts as none.
     */
    public boolean isPlayingWithin(long patienceNanos) {
        if (!state.isDecidedWithin(patienceNanos) && persistent) {
            state.misses("the sound system does not answer");
        }
        return state.isPlaying();
    }

    /** Whether it plays now. */
    public boolean isPlaying() {
        return state.isPlaying();
    }

    /**
     * Fades out and plays to its end what is queued, about 150 ms, if the caller has the patience. Where nothing plays,
     * there is nothing to wait for: the thread ends by itself, or it hangs.
     */
    @Override
    public void stop(long endNanos, long patienceNanos) {
        boolean heard = state.isPlaying();
        stopping = true;
        state.end();
        thread.wake();
        thread.await(heard ? patienceNanos : Math.min(patienceNanos, SILENT_PATIENCE_NANOS), runNanos);
    }

    /** What it does now: "playing on default [default]", "speaker lost: waiting for a sound device". */
    @Override
    public String description() {
        return state.text();
    }

    private void play() {
        try {
            playUntilStopped(supply.device());
        } catch (NoSoundException e) {
            fail(e.reason());
        } catch (LinkageError e) {
            fail("no Java Sound in this runtime");
        } catch (Throwable e) { // the host must never see what befalls this thread
            fail(e.toString());
        }
    }

    private void fail(String reason) {
        state.fails(reason, persistent || hasPlayed);
    }

    private void playUntilStopped(SoundDevice device) throws NoSoundException {
        while (!stopping) {
            SoundLine line = open(device);
            long triedNanos = runNanos.getAsLong();
            if (line != null) {
                triedNanos = playOn(line);
            }
            pauseUntil(triedNanos + (hasPlayed ? REOPEN_NANOS : SEEK_NANOS));
        }
    }

    private @Nullable SoundLine open(SoundDevice device) throws NoSoundException {
        try {
            return LineFormats.open(device, BUFFER_MILLIS);
        } catch (NoSoundException e) {
            if (!hasPlayed && !persistent) {
                throw e;
            }
            if (!hasPlayed) {
                state.misses(e.reason());
            }
            return null;
        }
    }

    /** Plays until the output is to stop or the device is lost; returns when that was, before closing, which may hang. */
    private long playOn(SoundLine line) {
        try {
            int rate = line.sampleRateHz();
            FrameSource source = hasPlayed ? sources.resume(rate) : sources.begin(rate);
            SpeakerFeed feed = new SpeakerFeed(line, source, runNanos);
            feed.prefill();
            line.start();
            if (feedUntilFrozen(line, feed)) {
                fadeOut(feed);
            } else if (state.isPlaying()) {
                state.loses();
            } else if (!hasPlayed) {
                state.misses(line.deviceName() + " does not play");
            }
            return runNanos.getAsLong();
        } finally {
            line.close();
        }
    }

    /** Whether the line is alive when this output is to stop. A line plays when its position has moved. */
    private boolean feedUntilFrozen(SoundLine line, SpeakerFeed feed) {
        FrozenLine frozen = new FrozenLine();
        boolean alive = true;
        boolean told = false;
        while (alive && !stopping) {
            DaemonThread.pause(PERIOD_NANOS);
            feed.topUp();
            long played = line.playedFrames();
            if (!told && played > 0) {
                told = true;
                hasPlayed = true;
                state.plays(line.deviceName());
            }
            alive = !frozen.isFrozen(played, runNanos.getAsLong());
        }
        return alive;
    }

    private void fadeOut(SpeakerFeed feed) {
        long start = runNanos.getAsLong();
        while (!feed.isDrained() && runNanos.getAsLong() - start < DRAIN_NANOS) {
            feed.fadeOut();
            DaemonThread.pause(PERIOD_NANOS);
        }
    }

    private void pauseUntil(long instantNanos) {
        long left = instantNanos - runNanos.getAsLong();
        while (left > 0 && !stopping) {
            DaemonThread.pause(left);
            left = instantNanos - runNanos.getAsLong();
        }
    }
}
