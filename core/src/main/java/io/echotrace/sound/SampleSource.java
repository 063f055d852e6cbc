package io.echotrace.sound;

import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;

/** Gives out samples that are already there, the same on both sides, and silence behind them. */
final class SampleSource implements FrameSource {
    private final float[] samples;
    private final int sampleRateHz;
    private long position;

    SampleSource(float[] samples, int sampleRateHz) {
        this.samples = samples;
        this.sampleRateHz = sampleRateHz;
    }

    @Override
    public int sampleRateHz() {
        return sampleRateHz;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void skipTo(long frame) {
        position = frame;
    }

    @Override
    public long sealedFrame() {
        return samples.length;
    }

    @Override
    public void render(Block into) {
        into.silence();
        int start = (int) StrictMath.min(position, samples.length);
        int length = StrictMath.min(Block.FRAMES, samples.length - start);
        System.arraycopy(samples, start, into.left(), 0, length);
        System.arraycopy(samples, start, into.right(), 0, length);
        position += Block.FRAMES;
    }
}
