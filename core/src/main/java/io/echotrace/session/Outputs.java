package io.echotrace.session;

import io.echotrace.output.DaemonThread;
import io.echotrace.output.FreeFile;
import io.echotrace.output.FreeSpace;
import io.echotrace.output.Output;
import io.echotrace.output.SpeakerOutput;
import io.echotrace.output.WavOutput;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.MixDesk;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The outputs of a session: decided and started by the probe thread, stopped by any. */
final class Outputs {
    private static final long RUNNING = Long.MIN_VALUE;
    /** How long it may take to learn whether there is a device; a hung sound server counts as none. */
    private static final long DEVICE_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SessionBuilder wanted;
    private final Timeline timeline;
    private final LongSupplier clock;
    private final FreeSpace space;
    private final RunRows rows;
    /** What is played live may be changed at any time; a recording is as the options say. */
    private final MixDesk desk;

    private final List<Output> outputs = new CopyOnWriteArrayList<>();
    private volatile long endNanos = RUNNING;
    private volatile @Nullable SpeakerOutput speaker;
    private volatile @Nullable WavOutput recording;
    private volatile @Nullable File csv;

    /** @param rows which are told of the files of the recording, on any thread */
    Outputs(SessionBuilder wanted, Timeline timeline, LongSupplier clock, FreeSpace space, RunRows rows) {
        this.wanted = wanted;
        this.timeline = timeline;
        this.clock = clock;
        this.space = space;
        this.rows = rows;
        this.desk = new MixDesk(wanted.sound.mix());
    }

    MixDesk desk() {
        return desk;
    }

    /** @param claimed is told the CSV as soon as there is one: looking for a speaker may take longer than the host lives */
    void start(RunDescription run, Consumer<File> claimed) {
        if (wanted.wav != null) {
            record(wanted.wav, run);
        }
        claimCsv(claimed);
        if (wanted.speaker) {
            play();
        }
        boolean heard = recording != null || isPlayingSoon();
        if (!heard && wanted.fallbackWav != null) {
            record(wanted.fallbackWav, run);
            if (wanted.csv == null) {
                claimCsv(claimed);
            }
        }
    }

    /**
     * Runs the work when it is known whether there is a speaker: now, or, since a recording is not to wait for that, later
     * and on a thread of its own.
     */
    void whenDecided(Runnable work) {
        if (speaker == null || recording == null) {
            work.run();
        } else {
            new DaemonThread("decision", () -> {
                        isPlayingSoon();
                        work.run();
                    })
                    .start();
        }
    }

    /** Ends all outputs within the patience, one after the other. */
    void stop(long endNanos, long patienceNanos) {
        long deadline = clock.getAsLong() + patienceNanos;
        this.endNanos = endNanos; // first: what is added from now on ends at once
        for (Output output : outputs) {
            output.stop(endNanos, deadline - clock.getAsLong());
        }
    }

    boolean isPlaying() {
        SpeakerOutput current = speaker;
        return current != null && current.isPlaying();
    }

    List<File> wavs() {
        WavOutput current = recording;
        return current == null ? Collections.emptyList() : current.files();
    }

    /** Where the measurements go; null when nobody asked for them. */
    @Nullable File csv() {
        return csv;
    }

    List<String> descriptions() {
        List<String> all = new ArrayList<>();
        outputs.forEach(output -> all.add(output.description()));
        return all;
    }

    private void play() {
        SpeakerOutput started = new SpeakerOutput(
                wanted.speakerName, new SpeakerSound(timeline, desk), clock, !wanted.speakerOptional, wanted.trouble);
        started.start();
        speaker = started;
        add(started, outputs.size());
    }

    /** Whether the speaker plays, as far as that can be learned with patience; one that is optional is given up if not. */
    private boolean isPlayingSoon() {
        SpeakerOutput current = speaker;
        boolean plays = current != null && current.isPlayingWithin(DEVICE_PATIENCE_NANOS);
        if (!plays && current != null && wanted.speakerOptional) {
            outputs.remove(current);
            speaker = null;
            current.stop(0, 0); // it must not begin when a hung sound server comes back
        }
        return plays;
    }

    /** The session may have been stopped while a device was waited for. */
    private void add(Output output, int place) {
        outputs.add(place, output);
        if (endNanos != RUNNING) {
            output.stop(endNanos, 0);
        }
    }

    private void record(File file, RunDescription run) {
        MixDesk ofTheStart = new MixDesk(wanted.sound.mix());
        Renderer renderer = new Renderer(timeline, wanted.sound.wavRateHz(), ofTheStart, Renderer.START_FADE_SECONDS);
        WavOutput wav = new WavOutput(file, renderer, wanted.sound.wavChannels(), run.tags(), clock, wanted.trouble)
                .keepAtMost(wanted.wavMaxBytes)
                .watching(space);
        wav.onNextFile((next, startNanos) -> {
            rows.note(RunDescription.partEvent(next, startNanos));
            rows.recordedIn(next, startNanos, wav.files());
        });
        wav.start();
        List<File> files = wav.files();
        if (!files.isEmpty()) {
            rows.recordedIn(files.get(0), 0, files);
            recording = wav;
            add(wav, 0); // first to be stopped: a speaker may take all the patience there is
        }
    }

    private void claimCsv(Consumer<File> claimed) {
        File file = wanted.csv == null ? besideRecording() : wanted.csv;
        if (file == null || space.isShort(file)) {
            return;
        }
        try {
            File made = FreeFile.claim(file);
            csv = made;
            claimed.accept(made);
        } catch (IOException e) {
            wanted.trouble.accept("no CSV: " + e.getMessage());
        }
    }

    private @Nullable File besideRecording() {
        List<File> wavs = wavs();
        return wavs.isEmpty() ? null : FreeFile.csvBeside(wavs.get(0));
    }
}
