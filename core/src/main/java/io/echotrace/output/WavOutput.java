package io.echotrace.output;

import io.echotrace.voice.FrameSource;
import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records to WAV files on the thread {@code echotrace-wav}, which writes a few times a second what has become final, so
 * that a killed run is whole but for its last 1.5 seconds. After trouble with the disk, or when that is nearly full, it
 * says so once and stops.
 */
public final class WavOutput implements Output {
    /** The least that {@link #keepAtMost} can be told: some seconds of sound. */
    public static final long LEAST_MOST_BYTES = 1_000_000;

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long ROUNDS_PER_LOOK_AT_THE_DISK = FreeSpace.PERIOD_NANOS / PERIOD_NANOS;
    private static final long NOT_ENDED = Long.MIN_VALUE;

    /** Is told of each file but the first. */
    public interface NextFile {
        /**
         * Called in the writing thread.
         *
         * @param startNanos since the run started: the instant of the file's first frame
         */
        void began(File file, long startNanos);
    }

    private final File wanted;
    private final FrameSource source;
    private final int channels;
    private final WavTags tags;
    private final LongSupplier clock;
    private final Consumer<String> trouble;
    private final DaemonThread thread = new DaemonThread("wav", this::record);
    private FreeSpace space;
    private WavRoll roll = WavRoll.keepingAll();
    private NextFile nextFile = (file, startNanos) -> {};
    private volatile @Nullable WavWriter writer;
    private volatile String earlyEnd = "";
    private volatile long endNanos = NOT_ENDED;

    /**
     * @param file made with its folders; if it exists, {@code -2}, {@code -3} … is added to the name
     * @param source standing at frame 0; 16 000–48 000 frames a second; its audio thread will be this output's
     * @param channels 1 or 2
     * @param clock any that counts nanoseconds, for the patience of who ends it
     * @param trouble is told, at most once and on any thread, why recording has ended early
     */
    public WavOutput(
            File file, FrameSource source, int channels, WavTags tags, LongSupplier clock, Consumer<String> trouble) {
        this.wanted = file;
        this.source = source;
        this.channels = channels;
        this.tags = tags;
        this.clock = clock;
        this.trouble = trouble;
        this.space = new FreeSpace(trouble);
    }

    /**
     * Keeps only the newest files of the recording, at least half of so many bytes, and not more but while a new one begins. Not
     * after start.
     *
     * @param bytes {@link #LEAST_MOST_BYTES} or more
     */
    public WavOutput keepAtMost(long bytes) {
        roll = WavRoll.within(bytes);
        return this;
    }

    /** Shares the view of the disk with other writers, so that all together say one line. Not after start. */
    public WavOutput watching(FreeSpace shared) {
        space = shared;
        return this;
    }

    /** Not after start. */
    public WavOutput onNextFile(NextFile listener) {
        nextFile = listener;
        return this;
    }

    /** Claims the file, in the caller's thread, so that {@link #files} is not empty afterwards; then records. */
    @Override
    public void start() {
        if (space.isShort(wanted)) {
            return;
        }
        try {
            writer = new WavWriter(wanted, source, channels, tags, roll, this::tell);
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
        thread.await(patienceNanos, clock);
    }

    /** The newest file of the recording, and why it has ended if it has done so early. */
    @Override
    public String description() {
        return newest() + earlyEnd;
    }

    /** The files of the recording that are kept so far, in order; empty when none could be made. */
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
        for (long round = 1; endNanos == NOT_ENDED; round++) {
            current.writeSealed();
            if (round % ROUNDS_PER_LOOK_AT_THE_DISK == 0 && isDiskShort()) {
                earlyEnd = " (ended: the disk is nearly full)";
                return;
            }
            DaemonThread.pause(PERIOD_NANOS);
        }
        current.finish(endNanos);
    }

    private boolean isDiskShort() {
        try {
            return space.isShort(wanted);
        } catch (OutOfMemoryError e) {
            return false; // the host has used up its memory, and may have some again when it is looked next
        }
    }

    private void tell(File file, long firstFrame) {
        nextFile.began(file, FrameTime.nanosAt(firstFrame, source.sampleRateHz()));
    }

    private String newest() {
        List<File> files = files();
        return (files.isEmpty() ? wanted : files.get(files.size() - 1)).getPath();
    }

    private void report(Throwable cause) {
        String reason = cause instanceof IOException ? cause.getMessage() : cause.toString();
        earlyEnd = " (ended: " + reason + ")";
        trouble.accept("not recording to " + newest() + ": " + reason);
    }
}
