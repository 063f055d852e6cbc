package io.echotrace.output;

import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps the queue of a line full, and the sound in it in step with the run: what is queued last lies {@link #LAG_NANOS}
 * behind now. A source that has fallen behind, after the JVM stood still, is skipped forward. The clock of a device is
 * never quite that of the run: when that has added up, the source is shifted, forward or back, which is not heard. Audio
 * thread: does not allocate.
 */
final class SpeakerFeed {
    static final long LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Above the steps in which devices take frames (20 ms have been seen), below what an ear notices as late. */
    private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private final SoundLine line;
    private final FrameSource source;
    private final LongSupplier runNanos;
    private final int sampleRateHz;
    private final int capacityFrames;
    private final Fade fade;
    private final Drift drift;
    private final Pcm16 pcm;
    private final Block block = new Block();
    private final byte[] bytes;
    private long lastNanos;
    private long heldFrames;

    SpeakerFeed(SoundLine line, FrameSource source, LongSupplier runNanos) {
        this.line = line;
        this.source = source;
        this.runNanos = runNanos;
        this.sampleRateHz = line.sampleRateHz();
        this.capacityFrames = line.capacityFrames();
        this.pcm = new Pcm16(line.channels());
        this.fade = new Fade(sampleRateHz);
        this.drift = new Drift(FrameTime.frameAt(TOLERANCE_NANOS, sampleRateHz), 0);
        this.bytes = new byte[capacityFrames * pcm.bytesPerFrame()];
    }

    /** Fills the queue of a line that does not play yet. The first block is rendered cold, 60 ms of loading, unheard. */
    void prefill() {
        source.render(block);
        beginAnew(room(), runNanos.getAsLong());
        queue(capacityFrames / Block.FRAMES);
    }

    /** Queues as many whole blocks as the line can take without blocking. */
    void topUp() {
        int room = room();
        long now = runNanos.getAsLong();
        if (hasRunDry(room, now)) {
            beginAnew(room, now);
        } else if (heldFrames > 0) {
            drift.restart(now);
        } else {
            followClock(aheadFrames(room, now), now);
        }
        lastNanos = now;
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

    /** An empty queue alone is no sign: sound servers have been seen to swallow it whole before they play. */
    private boolean hasRunDry(int room, long now) {
        boolean empty = room > capacityFrames - Block.FRAMES;
        return empty && FrameTime.frameAt(now - lastNanos, sampleRateHz) >= capacityFrames;
    }

    private void beginAnew(int room, long now) {
        fade.reset();
        fade.open();
        heldFrames = Math.max(0, aheadFrames(room, now)); // a run that has hardly begun
        shift(Math.min(0, aheadFrames(room, now)));
        drift.restart(now);
        lastNanos = now;
    }

    /** How far the source will be ahead of its place when the room is filled. */
    private long aheadFrames(int room, long now) {
        return source.position() + room - FrameTime.frameAt(now - LAG_NANOS, sampleRateHz);
    }

    private void followClock(long aheadFrames, long now) {
        if (Math.abs(aheadFrames) > sampleRateHz) { // no drift: the machine was asleep, and the device with it
            shift(aheadFrames);
            drift.restart(now);
        } else {
            shift(drift.judge(aheadFrames, now));
        }
    }

    private void shift(long aheadFrames) {
        long blocks = aheadFrames / Block.FRAMES;
        if (blocks != 0) {
            source.skipTo(source.position() - blocks * Block.FRAMES);
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
        if (heldFrames > 0) {
            block.silence();
            heldFrames -= Block.FRAMES;
        } else {
            source.render(block);
            fade.apply(block);
        }
    }
}
