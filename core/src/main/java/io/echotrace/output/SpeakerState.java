package io.echotrace.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is sound, and what the user is told about its going and coming: a line when a device is missed for the
 * first time, one when it is lost and one when it is back, but none per attempt, and for a device that comes and goes only
 * one such pair in ten minutes. Thread-safe.
 */
final class SpeakerState {
    private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier runNanos;
    private final Consumer<String> listener;
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile String text = "speaker: looking for a sound device";
    private volatile boolean playing;
    private boolean missed;
    private boolean awaitsReturn;
    private volatile boolean ended;
    private long toldNanos = NEVER;

    /** @param listener is told one line each, on any thread */
    SpeakerState(LongSupplier runNanos, Consumer<String> listener) {
        this.runNanos = runNanos;
        this.listener = listener;
    }

    /** What can be said of the speaker now. */
    String text() {
        return text;
    }

    boolean isPlaying() {
        return playing;
    }

    /** Waits until it is known whether there is a device, or as long as the caller is patient; who is interrupted waits on. */
    boolean isDecidedWithin(long patienceNanos) {
        boolean interrupted = false;
        boolean known = false;
        long start = runNanos.getAsLong();
        for (long left = patienceNanos; !known && left > 0; left = patienceNanos - (runNanos.getAsLong() - start)) {
            try {
                known = decided.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return known;
    }

    /** The device has begun to play. */
    void plays(String device) {
        tell(playing(device));
        decided.countDown();
    }

    /** There has not been a device yet, and it is waited for. */
    void misses(String reason) {
        tell(missing(reason));
        decided.countDown();
    }

    /** The device that played is gone, and waited for. */
    void loses() {
        tell(lost());
    }

    /**
     * There will be no sound.
     *
     * @param told whether the user cares
     */
    void fails(String reason, boolean told) {
        tell(failed(reason, told));
        decided.countDown();
    }

    /** Nobody is to be told anything any more. */
    synchronized void end() {
        ended = true;
        playing = false;
        decided.countDown();
    }

    private synchronized @Nullable String playing(String device) {
        playing = true;
        text = "playing on " + device;
        boolean back = awaitsReturn;
        awaitsReturn = false;
        return back ? text : null;
    }

    private synchronized @Nullable String missing(String reason) {
        if (playing || ended) {
            return null; // it began just when somebody had lost the patience to wait for it
        }
        text = "speaker: waiting for a sound device: " + reason;
        boolean first = !missed;
        missed = true;
        awaitsReturn |= first;
        return first ? "no sound yet: " + reason : null;
    }

    private synchronized @Nullable String lost() {
        playing = false;
        text = "speaker lost: waiting for a sound device";
        long now = runNanos.getAsLong();
        if (toldNanos != NEVER && now - toldNanos < REST_NANOS) {
            return null;
        }
        toldNanos = now;
        awaitsReturn = true;
        return "the sound device has stopped playing; waiting for it";
    }

    private synchronized @Nullable String failed(String reason, boolean told) {
        playing = false;
        text = "no sound: " + reason;
        return told ? text : null;
    }

    /** Not in the monitor: a listener may hang, as standard error may, and must hold nobody up who ends the run. */
    private void tell(@Nullable String line) {
        if (line != null && !ended) {
            listener.accept(line);
        }
    }
}
