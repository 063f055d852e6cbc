package io.echotrace.output;

/** An open way to a sound device: a queue of 16-bit frames that it plays. One thread's own; may block for ever. */
interface SoundLine {
    /** What it plays on, in words for the user. */
    String deviceName();

    int sampleRateHz();

    /** 1 or 2. */
    int channels();

    /** How many frames the queue holds when it is full. */
    int capacityFrames();

    /** How many frames can be written now without blocking; devices have been seen to name more than the capacity. */
    int writableFrames();

    /** Queues whole frames of little-endian PCM; returns the number of bytes taken, 0 when the device is dead. */
    int write(byte[] bytes, int length);

    /** Begins to play what is queued. */
    void start();

    /** Frames played; moves in steps, and not at all while the queue is empty or the device dead. */
    long playedFrames();

    void close();
}
