package io.echotrace.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

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
    private boolean ended;
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
    synchronized void plays(String device) {
        playing = true;
        text = "playing on " + device;
        if (awaitsReturn) {
            awaitsReturn = false;
            tell(text);
        }
        decided.countDown();
    }

    /** There has not been a device yet, and it is waited for. */
    synchronized void misses(String reason) {
        if (playing) {
            return; // it began just when somebody had lost the patience to wait for it
        }
        text = "speaker: waiting for a sound device: " + reason;
        if (!missed) {
            missed = true;
            awaitsReturn = true;
            tell("no sound yet: " + reason);
        }
        decided.countDown();
    }

    /** The device that played is gone, and waited for. */
    synchronized void loses() {
        playing = false;
        text = "speaker lost: waiting for a sound device";
        long now = runNanos.getAsLong();
        if (toldNanos == NEVER || now - toldNanos >= REST_NANOS) {
            toldNanos = now;
            awaitsReturn = true;
            tell("the sound device has stopped playing; waiting for it");
        }
    }

    /**
     * There will be no sound.
     *
     * @param told whether the user cares
     */
    synchronized void fails(String reason, boolean told) {
        playing = false;
        text = "no sound: " + reason;
        if (told) {
            tell(text);
        }
        decided.countDown();
    }

    /** Nobody is to be told anything any more. */
    synchronized void end() {
        ended = true;
        playing = false;
        decided.countDown();
    }

    private void tell(String line) {
        if (!ended) {
            listener.accept(line);
        }
    }
}
