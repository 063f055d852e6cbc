package io.echotrace.output;

import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongToDoubleFunction;

/**
 * A source whose frames are functions of how many were rendered before, as phases go on through a skip, and whose sealed
 * frame the test moves.
 */
final class FakeSource implements FrameSource {
    private final int sampleRateHz;
    private final LongToDoubleFunction left;
    private final LongToDoubleFunction right;
    private volatile long sealedFrame;
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();

    FakeSource(int sampleRateHz, LongToDoubleFunction left, LongToDoubleFunction right) {
        this.sampleRateHz = sampleRateHz;
        this.left = left;
        this.right = right;
    }

    static FakeSource of(int sampleRateHz, LongToDoubleFunction both) {
        return new FakeSource(sampleRateHz, both, both);
    }

    static FakeSource sine(int sampleRateHz, double hz, double amplitude) {
        return of(sampleRateHz, k -> amplitude * Math.sin(2 * Math.PI * hz * k / sampleRateHz));
    }

    FakeSource sealedUpTo(long frame) {
        sealedFrame = frame;
        return this;
    }

    /** How many frames have been passed over, less those that were gone back. */
    long skipped() {
        return skipped.get();
    }

    @Override
    public int sampleRateHz() {
        return sampleRateHz;
    }

    @Override
    public long position() {
        return position.get();
    }

    @Override
    public void skipTo(long frame) {
        if (frame < 0 || frame % Block.FRAMES != 0) {
            throw new IllegalArgumentException("cannot go on at " + frame);
        }
        skipped.addAndGet(frame - position.get());
        position.set(frame);
    }

    @Override
    public long sealedFrame() {
        return sealedFrame;
    }

    @Override
    public void render(Block into) {
        long first = position.get() - skipped.get();
        for (int i = 0; i < Block.FRAMES; i++) {
            into.left()[i] = (float) left.applyAsDouble(first + i);
            into.right()[i] = (float) right.applyAsDouble(first + i);
        }
        position.addAndGet(Block.FRAMES);
    }
}
