package io.echotrace.session;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Unit;
import io.echotrace.output.WavOutput;
import io.echotrace.probe.CallSource;
import io.echotrace.probe.MBeanMetric;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what a session listens to and where its sound goes; one that goes nowhere only measures. Not thread-safe: made in
 * one thread, and each builder for one session.
 */
public final class SessionBuilder {
    private static final long DEFAULT_INTERVAL_NANOS = 100_000_000L;
    private static final long DEFAULT_WAV_MAX_BYTES = 1_000_000_000L;

    final List<MBeanMetric> mbeans = new ArrayList<>();
    final OwnMetrics own = new OwnMetrics();
    final TimedCalls calls = new TimedCalls();
    SoundOptions sound = SoundOptions.DEFAULT;
    long intervalNanos = DEFAULT_INTERVAL_NANOS;
    long wavMaxBytes = DEFAULT_WAV_MAX_BYTES;
    long startNanoTime = System.nanoTime();
    long delayNanos;
    long durationNanos = Long.MAX_VALUE;
    String name = "EchoTrace";
    String host = "";
    boolean startIsSaid;
    boolean speaker;
    boolean speakerOptional;
    boolean standardProbes = true;

    @Nullable String speakerName;

    @Nullable File wav;

    @Nullable File csv;

    @Nullable File fallbackWav;

    @Nullable File baseline;

    Consumer<String> trouble = message -> {};
    Consumer<Throwable> failure = cause -> {};
    Consumer<Session> started = session -> {};
    Consumer<Status> status = latest -> {};
    Consumer<Moment> moments = moment -> {};
    Consumer<Finding> findings = finding -> {};
    Consumer<Session> ended = session -> {};

    SessionBuilder() {}

    /** The options that shape the sound. */
    public SessionBuilder sound(SoundOptions options) {
        this.sound = options;
        return this;
    }

    /**
     * Measures a metric of the program's own: it stands in the CSV and in every {@link Moment}, and the sound goes wrong
     * when its values become unusual. One that has the name of a metric in {@link Metrics} takes that metric's place, and
     * so moves what that metric moves: {@link Metrics#PROCESS_CPU} the pitch, {@link Metrics#METHOD_RATE} or else {@link
     * Metrics#NETWORK_RECEIVE} and {@link Metrics#NETWORK_TRANSMIT} together the pulse, the larger of {@link
     * Metrics#SYSTEM_MEMORY} and {@link Metrics#HEAP_AFTER_GC} the loudness, {@link Metrics#OWN_SCORE} how wrong it sounds.
     *
     * @param source called at every snapshot on the thread {@code echotrace-probe}, so it must be quick and must not wait;
     *     when it throws or gives NaN, the metric is unavailable at that snapshot, and {@link Session#unavailable} says why
     * @throws IllegalArgumentException if the name is empty or already given, or the unit is not that of the catalogue
     */
    public SessionBuilder metric(Metric metric, DoubleSupplier source) {
        own.add(metric, source);
        return this;
    }

    /** The same for a metric that is in no list, for example {@code metric("queue.length", Unit.COUNT, queue::size)}. */
    public SessionBuilder metric(String name, Unit unit, DoubleSupplier source) {
        return metric(new Metric(name, unit, name), source);
    }

    /** Measures own metrics and calls only: neither this JVM nor its machine are looked at or heard. */
    public SessionBuilder withoutStandardProbes() {
        this.standardProbes = false;
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

    /** When the run began, by {@code System.nanoTime()}, and {@link #calls} with it; else when this builder was made. */
    public SessionBuilder startNanoTime(long nanoTime) {
        this.startNanoTime = nanoTime;
        this.startIsSaid = true;
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

    /**
     * Measures calls that the program times: {@link Metrics#METHOD_RATE} and its kin for all of them together and, where
     * there is more than one group, for each, as in {@code app.method.rate{checkout}}. The pulse then beats with their
     * rate, and an occurrence in each row says how many failed. What was counted before the run began is left out: before
     * {@link Session#start}, or where there is a {@link #delayNanos delay} before its end; but with {@link #startNanoTime}
     * and no delay all is of the run that was counted at all.
     *
     * @param groups asked at every snapshot, by one thread at a time: as {@link CallSource#drainTo} says
     * @throws IllegalArgumentException if a group's name is empty, already given, or has a blank
     */
    public SessionBuilder calls(List<? extends CallSource> groups) {
        groups.forEach(calls::add);
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

    /**
     * Keeps no more than so many bytes of the recording; 1 GB when not said. It is written as files of at most half of
     * that (and never beyond 4 GB), {@code -2}, {@code -3} … being added to the name; when a new one would be too much,
     * the oldest is deleted, so at least the newest half is kept. A {@code run} event in the CSV says at which instant
     * each later file begins, as do its tags. The CSV is one for the whole run and not limited: rendering it gives all of
     * the sound, of which the files that are kept hold the end, bit for bit.
     *
     * @param bytes 1 MB or more
     */
    public SessionBuilder wavMax(long bytes) {
        if (bytes < WavOutput.LEAST_MOST_BYTES) {
            throw new IllegalArgumentException("at most " + bytes + " bytes of recording are less than 1 MB");
        }
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

    /**
     * Is told, in one line each and on any thread, what does not work, and when it works again; without a listener
     * nobody is.
     */
    public SessionBuilder onTrouble(Consumer<String> listener) {
        this.trouble = Listeners.guarded(listener);
        return this;
    }

    /** Is given the causes of trouble that nobody foresaw, on any thread and beside the line, for their stack traces. */
    public SessionBuilder onFailure(Consumer<Throwable> listener) {
        this.failure = Listeners.guarded(listener);
        return this;
    }

    /**
     * Is told on the probe thread when the run has ended by itself, by its duration or a listener on that thread that
     * stopped it, and its files are complete.
     */
    public SessionBuilder onEnd(Consumer<Session> listener) {
        this.ended = listener;
        return this;
    }

    /** Is told, on a thread of the session, when the outputs are decided. */
    public SessionBuilder onStart(Consumer<Session> listener) {
        this.started = listener;
        return this;
    }

    /** Is told once a second, on the probe thread, what the session knows: it must be done within a millisecond or two. */
    public SessionBuilder onStatus(Consumer<Status> listener) {
        this.status = listener;
        return this;
    }

    /** Is told of every snapshot, on the thread {@code echotrace-probe}: the next waits until the listener returns. */
    public SessionBuilder onMoment(Consumer<Moment> listener) {
        this.moments = listener;
        return this;
    }

    /** Is told, on the same thread, of each finding when it begins and again, with its end, when it is over. */
    public SessionBuilder onFinding(Consumer<Finding> listener) {
        this.findings = listener;
        return this;
    }

    /** Builds the session and starts it. */
    public Session start() {
        Session session = build();
        session.start();
        return session;
    }

    /** A session that is yet to be started. */
    public Session build() {
        return new Session(this);
    }
}
