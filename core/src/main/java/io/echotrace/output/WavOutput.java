package io.echotrace.output;

import io.echotrace.voice.FrameSource;
import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records to WAV files on the thread {@code echotrace-wav}, which writes a few times a second what has become final, so
 * that a killed run is whole but for its last 1.5 seconds. After trouble with the disk it says so once and stops.
 */
public final class WavOutput implements Output {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long NOT_ENDED = Long.MIN_VALUE;

    private final File wanted;
    private final FrameSource source;
    private final int channels;
    private final WavTags tags;
    private final Consumer<String> trouble;
    private final DaemonThread thread = new DaemonThread("wav", this::record);
    private volatile @Nullable WavWriter writer;
    private volatile long endNanos = NOT_ENDED;

    /**
     * @param file made with its folders; if it exists, {@code -2}, {@code -3} … is added to the name
     * @param source standing at frame 0; 16 000–48 000 frames a second; its audio thread will be this output's
     * @param channels 1 or 2
     * @param trouble is told, at most once and on any thread, why recording has ended early
     */
    public WavOutput(File file, FrameSource source, int channels, WavTags tags, Consumer<String> trouble) {
        this.wanted = file;
        this.source = source;
        this.channels = channels;
        this.tags = tags;
        this.trouble = trouble;
    }

    /** Claims the file, in the caller's thread, so that {@link #description} is final afterwards; then records. */
    @Override
    public void start() {
        try {
            writer = new WavWriter(wanted, source, channels, tags);
            thread.start();
        } catch (IOException e) {
            report(e);
        }
    }

    @Override
    public void stop(long endNanos, long patienceNanos) {
        if (this.endNanos == NOT_ENDED) {
            this.endNanos = endNanos;
        }
        thread.wake();
        thread.await(patienceNanos);
    }

    /** The newest file of the recording. */
    @Override
    public String description() {
        List<File> files = files();
        return (files.isEmpty() ? wanted : files.get(files.size() - 1)).getPath();
    }

    /** The files of the recording so far, in order; empty when none could be made. */
    public List<File> files() {
        WavWriter current = writer;
        return current == null ? Collections.emptyList() : current.files();
    }

    private void record() {
        try (WavWriter current = writer) {
            if (current != null) {
                writeUntilEnded(current);
            }
        } catch (Throwable e) { // the host must never see what befalls this thread
            report(e);
        }
    }

    private void writeUntilEnded(WavWriter current) throws IOException {
        while (endNanos == NOT_ENDED) {
            current.writeSealed();
            DaemonThread.pause(PERIOD_NANOS);
        }
        current.finish(endNanos);
    }

    private void report(Throwable cause) {
        String reason = cause instanceof IOException ? cause.getMessage() : cause.toString();
        trouble.accept("not recording to " + description() + ": " + reason);
    }
}
