package io.echotrace.output;

import io.echotrace.voice.FrameSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays live, about 100 ms behind now, on the thread {@code echotrace-speaker}. Opening, playing and closing all happen
 * there, since a hung sound server blocks each of them for ever. Without a device it says so once and ends; when the
 * device dies while it plays, it says so once and tries every half second to open it again.
 */
public final class SpeakerOutput implements Output {
    private static final int[] SAMPLE_RATES_HZ = {48_000, 44_100};

    /** Rides out pauses of the JVM of 100 ms, with the 20 ms steps in which devices take frames on top. */
    private static final int BUFFER_MILLIS = 120;

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long REOPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** The longest that a full queue can take to play to its end. */
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(BUFFER_MILLIS + 80);

    private final String description;
    private final Supply supply;
    private final IntFunction<FrameSource> sources;
    private final LongSupplier runNanos;
    private final Consumer<String> trouble;
    private final DaemonThread thread = new DaemonThread("speaker", this::play);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean playing;
    private volatile boolean stopping;

    /** Makes the device; on the speaker's thread, since the classes it needs may be missing. */
    interface Supply {
        SoundDevice device();
    }

    /**
     * @param deviceName a part of the device's name; null: the default device
     * @param sources makes the source for a sample rate; called once, on the speaker's thread
     * @param runNanos the clock: nanoseconds since the run started
     * @param trouble is told, on the speaker's thread, why there is silence: at most once per kind of trouble
     */
    public SpeakerOutput(
            @Nullable String deviceName,
            IntFunction<FrameSource> sources,
            LongSupplier runNanos,
            Consumer<String> trouble) {
        this(
                "speaker " + (deviceName == null ? "default" : deviceName),
                () -> new JavaSoundDevice(deviceName),
                sources,
                runNanos,
                trouble);
    }

    SpeakerOutput(
            String description,
            Supply supply,
            IntFunction<FrameSource> sources,
            LongSupplier runNanos,
            Consumer<String> trouble) {
        this.description = description;
        this.supply = supply;
        this.sources = sources;
        this.runNanos = runNanos;
        this.trouble = trouble;
    }

    @Override
    public void start() {
        thread.start();
    }

    /**
     * Whether there is a device that plays. Waits until it is known, but no longer than it is told: a hung sound server
     * counts as none.
     */
    public boolean isPlaying(long patienceNanos) {
        try {
            return decided.await(patienceNanos, TimeUnit.NANOSECONDS) && playing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return playing;
        }
    }

    /** Fades out and plays to its end what is queued, about 150 ms, if the caller has the patience. */
    @Override
    public void stop(long endNanos, long patienceNanos) {
        stopping = true;
        thread.wake();
        thread.await(patienceNanos);
    }

    @Override
    public String description() {
        return description;
    }

    private void play() {
        try {
            playOn(supply.device());
        } catch (NoSoundException e) {
            trouble.accept("no sound: " + e.getMessage());
        } catch (LinkageError e) {
            trouble.accept("no sound: no Java Sound in this runtime");
        } catch (Throwable e) { // the host must never see what befalls this thread
            trouble.accept("no sound: " + e);
        } finally {
            playing = false;
            decided.countDown();
        }
    }

    private void playOn(SoundDevice device) throws NoSoundException {
        SoundLine line = openAtAnyRate(device);
        int sampleRateHz = line.sampleRateHz();
        FrameSource source = sources.apply(sampleRateHz);
        playUntilFrozen(line, source);
        if (!stopping) {
            trouble.accept("the sound device has stopped playing; trying to open it again");
        }
        while (!stopping) {
            DaemonThread.pause(REOPEN_NANOS);
            SoundLine again = stopping ? null : reopened(device, sampleRateHz);
            if (again != null) {
                playUntilFrozen(again, source);
            }
        }
    }

    private static SoundLine openAtAnyRate(SoundDevice device) throws NoSoundException {
        NoSoundException refusal = new NoSoundException("no sample rate that the sound device plays");
        for (int sampleRateHz : SAMPLE_RATES_HZ) {
            try {
                return device.open(sampleRateHz, BUFFER_MILLIS);
            } catch (NoSoundException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private static @Nullable SoundLine reopened(SoundDevice device, int sampleRateHz) {
        try {
            return device.open(sampleRateHz, BUFFER_MILLIS);
        } catch (NoSoundException e) {
            return null; // still away
        }
    }

    private void playUntilFrozen(SoundLine line, FrameSource source) {
        try {
            SpeakerFeed feed = new SpeakerFeed(line, source, runNanos);
            feed.prefill();
            line.start();
            playing = true;
            decided.countDown();
            if (feedUntilFrozen(line, feed)) {
                fadeOut(feed);
            }
        } finally {
            playing = false;
            line.close();
        }
    }

    /** Whether the line is alive when this output is to stop. */
    private boolean feedUntilFrozen(SoundLine line, SpeakerFeed feed) {
        FrozenLine frozen = new FrozenLine();
        boolean alive = true;
        while (alive && !stopping) {
            DaemonThread.pause(PERIOD_NANOS);
            feed.topUp();
            alive = !frozen.isFrozen(line.playedFrames(), runNanos.getAsLong());
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
}
