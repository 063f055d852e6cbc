package io.echotrace.session;

import io.echotrace.probe.MBeanMetric;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a session listens to and where its sound goes. Not thread-safe. */
public final class SessionBuilder {
    private static final long DEFAULT_INTERVAL_NANOS = 100_000_000L;

    SoundOptions sound = SoundOptions.DEFAULT;
    long intervalNanos = DEFAULT_INTERVAL_NANOS;
    long startNanoTime = System.nanoTime();
    long delayNanos;
    long durationNanos = Long.MAX_VALUE;
    long wavMaxBytes = Long.MAX_VALUE;
    String name = "EchoTrace";
    String host = "";
    boolean speaker;
    boolean speakerOptional;

    @Nullable String speakerName;

    @Nullable File wav;

    @Nullable File csv;

    @Nullable File fallbackWav;

    @Nullable File baseline;

    final List<MBeanMetric> mbeans = new ArrayList<>();
    Consumer<String> trouble = message -> {};
    Consumer<Throwable> failure = cause -> {};
    Consumer<Session> started = session -> {};
    Consumer<Session> ended = session -> {};

    SessionBuilder() {}

    /** The options that shape the sound. */
    public SessionBuilder sound(SoundOptions options) {
        this.sound = options;
        return this;
    }

    /** Time between two snapshots, 10 ms or more. */
    public SessionBuilder intervalNanos(long nanos) {
        if (nanos < 10_000_000L) {
            throw new IllegalArgumentException("an interval of " + nanos + " ns is shorter than 10 ms");
        }
        this.intervalNanos = nanos;
        return this;
    }

    /** When the run began, by {@code System.nanoTime()}; else when this builder was made. */
    public SessionBuilder startNanoTime(long nanoTime) {
        this.startNanoTime = nanoTime;
        return this;
    }

    /** Starts the run so much later: then its time begins, and the outputs are made. */
    public SessionBuilder delayNanos(long nanos) {
        this.delayNanos = nanos;
        return this;
    }

    /** Ends the run after so much time and completes its files, as {@link Session#stop} does; else it has no end. */
    public SessionBuilder durationNanos(long nanos) {
        this.durationNanos = nanos;
        return this;
    }

    /** Measures an MBean's attribute, too, on a thread of its own. */
    public SessionBuilder mbean(MBeanMetric metric) {
        this.mbeans.add(metric);
        return this;
    }

    /** Takes the values of an earlier run, its CSV, for usual from the first row on. */
    public SessionBuilder baseline(File csv) {
        this.baseline = csv;
        return this;
    }

    /** What is watched, and on which machine: for tags and the CSV. */
    public SessionBuilder named(String name, String host) {
        this.name = name;
        this.host = host;
        return this;
    }

    /** Plays on a speaker; the name is a part of the device's, null the default device. */
    public SessionBuilder speaker(@Nullable String name) {
        this.speaker = true;
        this.speakerName = name;
        return this;
    }

    /** Plays on the default speaker if there is one; that there is none is no trouble. */
    public SessionBuilder speakerIfAny() {
        this.speaker = true;
        this.speakerOptional = true;
        return this;
    }

    /** Records to a WAV; an existing file is not overwritten, {@code -2} is added to the name. */
    public SessionBuilder wav(File file) {
        this.wav = file;
        return this;
    }

    /** Beyond so many bytes only the newest files of the recording are kept. */
    public SessionBuilder wavMax(long bytes) {
        this.wavMaxBytes = bytes;
        return this;
    }

    /** Writes the measurements; without this they stand beside the WAV. */
    public SessionBuilder csv(File file) {
        this.csv = file;
        return this;
    }

    /** Records here if there is no sound device. */
    public SessionBuilder fallbackWav(File file) {
        this.fallbackWav = file;
        return this;
    }

    /** Is told, in one line each and on any thread, what does not work. */
    public SessionBuilder onTrouble(Consumer<String> listener) {
        this.trouble = listener;
        return this;
    }

    /** Is given the causes of trouble that nobody foresaw, on any thread and beside the line, for their stack traces. */
    public SessionBuilder onFailure(Consumer<Throwable> listener) {
        this.failure = listener;
        return this;
    }

    /** Is told on the probe thread when the run's duration is over and its files are complete. */
    public SessionBuilder onEnd(Consumer<Session> listener) {
        this.ended = listener;
        return this;
    }

    /** Is told on the probe thread when the outputs are decided. */
    public SessionBuilder onStart(Consumer<Session> listener) {
        this.started = listener;
        return this;
    }

    public Session build() {
        return new Session(this);
    }
}
