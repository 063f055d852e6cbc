package io.echotrace.output;

/** A line that plays for some looks at its position, takes what it is given, and then stands still. */
final class ShortLivedLine implements SoundLine {
    private static final int CAPACITY = 4800;

    private final int sampleRateHz;
    private final int channels;
    private final int steps;
    private final Runnable closing;
    private int looks;

    /** @param steps how often its position moves: 0, never; a speaker looks about a hundred times a second */
    ShortLivedLine(int sampleRateHz, int channels, int steps) {
        this(sampleRateHz, channels, steps, () -> {});
    }

    /** The same with what happens when it is closed. */
    ShortLivedLine(int sampleRateHz, int channels, int steps, Runnable closing) {
        this.sampleRateHz = sampleRateHz;
        this.channels = channels;
        this.steps = steps;
        this.closing = closing;
    }

    @Override
    public String deviceName() {
        return "test device";
    }

    @Override
    public int sampleRateHz() {
        return sampleRateHz;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int capacityFrames() {
        return CAPACITY;
    }

    @Override
    public int writableFrames() {
        return looks < steps ? CAPACITY : 0;
    }

    @Override
    public int write(byte[] bytes, int length) {
        return length;
    }

    @Override
    public void start() {}

    @Override
    public long playedFrames() {
        looks++;
        return 100L * Math.min(looks, steps);
    }

    @Override
    public void close() {
        closing.run();
    }
}
