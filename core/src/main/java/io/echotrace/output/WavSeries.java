package io.echotrace.output;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One endless recording as WAV files of bounded size: where a file is full, the next frame stands at the start of a new
 * one, and of many only the newest are kept. One thread's own, but for {@link #files}.
 */
final class WavSeries implements Closeable {
    /** Is told of each file but the first, in the writing thread. */
    interface PartListener {
        /** A file has begun, in which the given frame of the recording stands first. */
        void began(File file, long firstFrame);
    }

    private final File wanted;
    private final int sampleRateHz;
    private final int channels;
    private final WavTags tags;
    private final WavRoll roll;
    private final PartListener listener;
    private final long framesPerFile;
    private final List<File> files = new CopyOnWriteArrayList<>();
    private int number;
    private int part = 1;
    private File file;
    private WavFile wav;
    private long framesInFullFiles;

    WavSeries(File wanted, int sampleRateHz, int channels, WavTags tags, WavRoll roll, PartListener listener)
            throws IOException {
        this.wanted = wanted;
        this.sampleRateHz = sampleRateHz;
        this.channels = channels;
        this.tags = tags;
        this.roll = roll;
        this.listener = listener;
        this.framesPerFile = roll.dataBytesPerFile() / channels / Pcm16.BYTES_PER_SAMPLE;
        WavHead head = new WavHead(sampleRateHz, channels, tags);
        this.file = claimNext();
        this.wav = WavFile.create(file, head);
        files.add(file);
    }

    /** The files that are kept so far, in order. Any thread. */
    List<File> files() {
        return Collections.unmodifiableList(new ArrayList<>(files));
    }

    /** How many frames fit before {@link #append} would have to split what it is given; at least 1. */
    long room() throws IOException {
        if (wav.frames() >= framesPerFile) {
            beginNextFile();
        }
        return framesPerFile - wav.frames();
    }

    /** Adds frames, at most {@link #room}. At most a second of sound is unknown to readers of the file. */
    void append(byte[] bytes, int offset, int length) throws IOException {
        wav.append(bytes, offset, length);
        if (wav.unpatchedFrames() >= sampleRateHz) {
            wav.patchSizes();
        }
    }

    /**
     * Makes all that was written part of the file for its readers.
     *
     * @throws IOException also when somebody has deleted the file, which writing to it does not notice
     */
    void publish() throws IOException {
        wav.patchSizes();
        if (isGone()) {
            throw new IOException("the file is gone");
        }
    }

    private boolean isGone() {
        try {
            return !file.exists();
        } catch (OutOfMemoryError e) {
            return false; // to ask takes memory, which the host may have used up; it is asked again
        }
    }

    /** Cuts the newest file so that the recording ends with a frame, as far as that lies in this file. */
    void truncate(long frames) throws IOException {
        wav.truncate(Math.max(0, frames - framesInFullFiles));
    }

    @Override
    public void close() throws IOException {
        wav.close();
    }

    private void beginNextFile() throws IOException {
        long firstFrame = framesInFullFiles + wav.frames();
        part++;
        WavTags its = tags.ofPart(part, FrameTime.nanosAt(firstFrame, sampleRateHz));
        WavHead head = new WavHead(sampleRateHz, channels, its);
        File next = claimNext();
        WavFile nextWav = WavFile.create(next, head);
        framesInFullFiles = firstFrame;
        wav.close();
        file = next;
        wav = nextWav;
        files.add(next);
        while (files.size() > roll.filesKept()) {
            files.remove(0).delete(); // one that somebody else has taken away is no trouble
        }
        listener.began(next, firstFrame);
    }

    /** Always a higher number than the last: the name of a deleted file must not come back as the newest. */
    private File claimNext() throws IOException {
        number = FreeFile.claim(wanted, number + 1);
        return FreeFile.numbered(wanted, number);
    }
}
