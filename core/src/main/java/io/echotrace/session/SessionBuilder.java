package io.echotrace.session;

import java.io.File;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a session listens to and where its sound goes. Not thread-safe. */
public final class SessionBuilder {
    private static final long DEFAULT_INTERVAL_NANOS = 100_000_000L;

    SoundOptions sound = SoundOptions.DEFAULT;
    long intervalNanos = DEFAULT_INTERVAL_NANOS;
    long startNanoTime = System.nanoTime();
    String name = "EchoTrace";
    String host = "";
    boolean speaker;
    boolean speakerOptional;

    @Nullable String speakerName;

    @Nullable File wav;

    @Nullable File csv;

    @Nullable File fallbackWav;

    Consumer<String> trouble = message -> {};
    Consumer<Session> started = session -> {};

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

    /** What is watched, and on which machine: for tags and the CSV. */
    public SessionBuilder named(String name, String host) {
        this.name = name;
        this.host = host;
        return this;
    }

    /** Plays on a speaker, as soon as there is one; the name is a part of the device's, null the default device. */
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

    /** Is told, in one line each and on any thread, what does not work, and if it works again. */
    public SessionBuilder onTrouble(Consumer<String> listener) {
        this.trouble = listener;
        return this;
    }

    /** Is told, on a thread of the session, when the outputs are decided. */
    public SessionBuilder onStart(Consumer<Session> listener) {
        this.started = listener;
        return this;
    }

    public Session build() {
        return new Session(this);
    }
}
