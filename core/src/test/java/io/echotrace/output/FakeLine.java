package io.echotrace.output;

import java.util.Arrays;

/** A line in a test's own time, which plays in steps of 20 ms and keeps what is heard: left samples, 0 where it ran dry. */
final class FakeLine implements SoundLine {
    static final int RATE = 48_000;
    static final int CAPACITY = 46 * 128;

    private static final int STEP = 960;

    private final double speed;
    private final short[] queue = new short[CAPACITY];
    private final short[] heard = new short[120 * RATE];
    private int queued;
    private int heardFrames;
    private double due;
    private boolean started;
    private boolean dead;
    private volatile boolean closed;
    private long nanos;
    private long played;

    /** @param speed of the device's clock, in that of the run */
    FakeLine(double speed) {
        this.speed = speed;
    }

    /** The run's clock. */
    long nanos() {
        return nanos;
    }

    /** Lets time pass, in which the device plays. */
    void pass(long passedNanos) {
        nanos += passedNanos;
        if (!started || dead) {
            return;
        }
        for (due += passedNanos * 1e-9 * RATE * speed; due >= STEP; due -= STEP) {
            playStep();
        }
    }

    /** Lets time pass in which nothing happens, neither here nor in the device. */
    void sleep(long passedNanos) {
        nanos += passedNanos;
    }

    boolean isClosed() {
        return closed;
    }

    int queued() {
        return queued;
    }

    /** Left samples from a frame on, as 16-bit integers. */
    short[] heardSince(int frame) {
        return Arrays.copyOfRange(heard, frame, heardFrames);
    }

    int heardFrames() {
        return heardFrames;
    }

    private void playStep() {
        int frames = Math.min(queued, STEP);
        System.arraycopy(queue, 0, heard, heardFrames, frames);
        System.arraycopy(queue, frames, queue, 0, queued - frames);
        queued -= frames;
        played += frames;
        heardFrames += STEP;
    }

    @Override
    public String deviceName() {
        return "fake";
    }

    @Override
    public int channels() {
        return 2;
    }

    @Override
    public int sampleRateHz() {
        return RATE;
    }

    @Override
    public int capacityFrames() {
        return CAPACITY;
    }

    @Override
    public int writableFrames() {
        return started ? CAPACITY - queued : 2 * CAPACITY; // some devices name too much before they play
    }

    @Override
    public int write(byte[] bytes, int length) {
        if (dead) {
            return 0;
        }
        for (int i = 0; i < length; i += 4) {
            queue[queued] = (short) ((bytes[i] & 0xff) | (bytes[i + 1] << 8));
            queued++;
        }
        return length;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public long playedFrames() {
        return played;
    }

    @Override
    public void close() {
        dead = true;
        closed = true;
    }
}
