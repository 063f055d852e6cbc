package io.echotrace.output;

import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;
import java.util.function.LongSupplier;

/**
 * Keeps the queue of a line full, and the sound in it in step with the run: what is queued last lies {@link #LAG_NANOS}
 * behind now. A source that has fallen behind, after the JVM stood still, is skipped forward; one that is ahead, because
 * the device's clock is fast, is held for as long in silence between two fades. Audio thread: does not allocate.
 */
final class SpeakerFeed {
    static final long LAG_NANOS = 100_000_000L;

    /** Above the steps in which devices take frames (20 ms have been seen), below what an ear notices as late. */
    private static final long TOLERANCE_NANOS = 60_000_000L;

    private static final int CHANNELS = 2;

    private final SoundLine line;
    private final FrameSource source;
    private final LongSupplier runNanos;
    private final Fade fade;
    private final Pcm16 pcm = new Pcm16(CHANNELS);
    private final Block block = new Block();
    private final byte[] bytes;
    private final int capacityFrames;
    private final long toleranceFrames;
    private long heldFrames;

    SpeakerFeed(SoundLine line, FrameSource source, LongSupplier runNanos) {
        this.line = line;
        this.source = source;
        this.runNanos = runNanos;
        this.fade = new Fade(line.sampleRateHz());
        this.capacityFrames = line.capacityFrames();
        this.bytes = new byte[(capacityFrames + Block.FRAMES) * pcm.bytesPerFrame()];
        this.toleranceFrames = FrameTime.frameAt(TOLERANCE_NANOS, line.sampleRateHz());
    }

    /** Fills the queue of a line that does not play yet. The first block is rendered cold, 60 ms of loading, unheard. */
    void prefill() {
        source.render(block);
        topUp();
    }

    /** Queues as many whole blocks as the line can take without blocking. */
    void topUp() {
        int room = room();
        if (room >= capacityFrames) {
            fade.reset(); // nothing is queued: the sound has not begun, or was torn off
        }
        if (heldFrames <= 0) {
            fade.open();
            align(room);
        }
        queue(room / Block.FRAMES);
    }

    /** Called repeatedly at the end: queues a last ramp down to silence, and then nothing more. */
    void fadeOut() {
        fade.close();
        if (!fade.isSilent()) {
            queue(room() / Block.FRAMES);
        }
    }

    /** Whether the last ramp and all before it have been played. */
    boolean isDrained() {
        return fade.isSilent() && room() > capacityFrames - Block.FRAMES;
    }

    private int room() {
        return Math.max(0, Math.min(line.writableFrames(), capacityFrames));
    }

    private void align(int room) {
        long target = FrameTime.frameAt(runNanos.getAsLong() - LAG_NANOS, line.sampleRateHz());
        long ahead = source.position() + room - target;
        if (ahead < -toleranceFrames) {
            source.skipTo(source.position() + -ahead / Block.FRAMES * Block.FRAMES);
        } else if (ahead > toleranceFrames) {
            heldFrames = ahead;
            fade.close();
        }
    }

    private void queue(int blocks) {
        int length = 0;
        for (int i = 0; i < blocks; i++) {
            nextBlock();
            length = pcm.convert(block, Block.FRAMES, bytes, length);
        }
        if (length > 0) {
            line.write(bytes, length);
        }
    }

    private void nextBlock() {
        if (heldFrames > 0 && fade.isSilent()) {
            block.silence();
            heldFrames -= Block.FRAMES;
            if (heldFrames <= 0) {
                fade.open();
            }
        } else {
            source.render(block);
            fade.apply(block);
        }
    }
}
