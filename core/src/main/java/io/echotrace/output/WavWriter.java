package io.echotrace.output;

import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.List;

/**
 * Renders a source into WAV files, as fast as it can, in the caller's thread: frame k of the recording is the source's
 * frame k, and the bytes do not depend on how the work is portioned. Uses {@code java.io} only, so that an agent may load
 * it before {@code main}. Not thread-safe, but for {@link #files}. To render and write allocates
 * nothing; to see whether the file is still there, and to begin a further one, does.
 */
public final class WavWriter implements Closeable {
    private static final int BATCH_BLOCKS = 16;

    private final FrameSource source;
    private final WavSeries series;
    private final Pcm16 pcm;
    private final Block block = new Block();
    private final byte[] batch;
    private int batchBytes;

    /**
     * Claims a file and writes its head.
     *
     * @param file made with its folders; if it exists, {@code -2}, {@code -3} … is added to the name
     * @param source standing at frame 0; 16 000–48 000 frames a second
     * @param channels 1 or 2
     * @throws IOException when the file cannot be made
     */
    public WavWriter(File file, FrameSource source, int channels, WavTags tags) throws IOException {
        this(file, source, channels, tags, WavRoll.keepingAll(), (next, firstFrame) -> {});
    }

    /** The same, which tells of each file but the first. */
    public WavWriter(File file, FrameSource source, int channels, WavTags tags, WavOutput.NextFile listener)
            throws IOException {
        this(
                file,
                source,
                channels,
                tags,
                WavRoll.keepingAll(),
                (next, firstFrame) -> listener.began(next, FrameTime.nanosAt(firstFrame, source.sampleRateHz())));
    }

    WavWriter(File file, FrameSource source, int channels, WavTags tags, WavRoll roll, WavSeries.PartListener listener)
            throws IOException {
        int rate = source.sampleRateHz();
        requireRange("sample rate", rate, 16_000, 48_000);
        requireRange("channels", channels, 1, 2);
        this.source = source;
        this.series = new WavSeries(file, rate, channels, tags, roll, listener);
        this.pcm = new Pcm16(channels);
        this.batch = new byte[BATCH_BLOCKS * Block.FRAMES * pcm.bytesPerFrame()];
    }

    /** The files of this recording that are kept so far, in order: more than one only where the first was full. */
    public List<File> files() {
        return series.files();
    }

    /** Writes whole blocks as far as the sound is final. */
    public void writeSealed() throws IOException {
        while (source.position() + Block.FRAMES <= source.sealedFrame()) {
            writeBlock(Block.FRAMES);
        }
        flush();
        series.publish();
    }

    /**
     * Writes on, with what is known, until the recording has exactly round(endNanos · rate / 10⁹) frames; if it has more,
     * the rest is cut off. Nothing can be written after it.
     *
     * @param endNanos since the run started
     */
    public void finish(long endNanos) throws IOException {
        long end = FrameTime.frameAt(endNanos, source.sampleRateHz());
        while (source.position() < end) {
            writeBlock((int) Math.min(Block.FRAMES, end - source.position()));
        }
        flush();
        series.truncate(end);
        series.publish();
    }

    /** Patches the sizes and closes the file. */
    @Override
    public void close() throws IOException {
        series.close();
    }

    private void writeBlock(int frames) throws IOException {
        source.render(block);
        batchBytes = pcm.convert(block, frames, batch, batchBytes);
        if (batchBytes + Block.FRAMES * pcm.bytesPerFrame() > batch.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        int written = 0;
        while (written < batchBytes) {
            int length = (int) Math.min(batchBytes - written, series.room() * pcm.bytesPerFrame());
            series.append(batch, written, length);
            written += length;
        }
        batchBytes = 0;
    }

    private static void requireRange(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + "…" + most + ", is " + value);
        }
    }
}
