package io.echotrace.session;

import io.echotrace.mapping.SoundChoices;
import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.series.RunInfo;
import io.echotrace.voice.Mix;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options that shape what is recorded. They are written into the run's first event, so that a later rendering of its
 * CSV gives the same sound. Immutable.
 */
public final class SoundOptions {
    /** A JVM is listened to; 24 kHz stereo; the pulse is fastest at 100 MB/s or 5000 calls/s. */
    public static final SoundOptions DEFAULT = new SoundOptions();

    private static final String GROUND = "ground";
    private static final String MACHINE = "machine";
    private static final String NETWORK_MAX = "network.max";
    private static final String METHODS_MAX = "methods.max";
    private static final String REQUESTS = "requests";
    private static final String WAV_RATE = "wav.rate";
    private static final String WAV_CHANNELS = "wav.channels";
    private static final String HIDE = "hide";
    private static final String SOUND = "sound.";

    private static final double MOST_NETWORK_MAX = 1e15;
    private static final double LEAST_METHODS_MAX = 10;
    private static final double MOST_METHODS_MAX = 1e9;

    private boolean machine;
    private double networkMax = SoundTable.NETWORK_MAX;
    private double methodsMax = SoundTable.METHODS_MAX;
    private @Nullable String requests; // null: no calls are named so, and all are heard
    private int wavRateHz = 24_000;
    private int wavChannels = 2;
    private Mix mix = Mix.ALL;
    private boolean hiding;
    private SoundChoices choices = SoundChoices.NONE;

    private SoundOptions() {}

    /** A copy with a change: nobody else sees the copy before it has been made. */
    private SoundOptions with(Consumer<SoundOptions> change) {
        SoundOptions copy = new SoundOptions();
        copy.machine = machine;
        copy.networkMax = networkMax;
        copy.methodsMax = methodsMax;
        copy.requests = requests;
        copy.wavRateHz = wavRateHz;
        copy.wavChannels = wavChannels;
        copy.mix = mix;
        copy.hiding = hiding;
        copy.choices = choices;
        change.accept(copy);
        return copy;
    }

    /** With the machine's CPU as the ground, not a process's. */
    public SoundOptions withMachine(boolean listened) {
        return with(copy -> copy.machine = listened);
    }

    /**
     * With another top of the pulse's range where it is the network.
     *
     * @param bytesPerSecond 1…10¹⁵; rounded to whole bytes, as it stands in the CSV
     * @throws IllegalArgumentException if it is out of that range or NaN
     */
    public SoundOptions withNetworkMax(double bytesPerSecond) {
        if (!(bytesPerSecond >= 1 && bytesPerSecond <= MOST_NETWORK_MAX)) {
            throw new IllegalArgumentException("network max must be 1…1e15 bytes a second, is " + bytesPerSecond);
        }
        return with(copy -> copy.networkMax = StrictMath.rint(bytesPerSecond));
    }

    /**
     * With another top of the pulse's range where it is the requests.
     *
     * @param perSecond 10…10⁹; rounded to whole requests, as it stands in the CSV
     * @throws IllegalArgumentException if it is out of that range or NaN
     */
    public SoundOptions withMethodsMax(double perSecond) {
        if (!(perSecond >= LEAST_METHODS_MAX && perSecond <= MOST_METHODS_MAX)) {
            throw new IllegalArgumentException("methods max must be 10…1e9 requests a second, is " + perSecond);
        }
        return with(copy -> copy.methodsMax = StrictMath.rint(perSecond));
    }

    /**
     * With one group of the timed calls as the requests, whose rate is the pulse; else it is that of all calls, and so it
     * is as long as the group has none to tell, or in a run that has other groups. Where a run tells no groups apart, all
     * its calls are the requests.
     *
     * @param group its name, one word
     * @throws IllegalArgumentException if it is not one word
     */
    public SoundOptions withRequests(String group) {
        TimedCalls.requireWord(group);
        return requests(group);
    }

    private SoundOptions requests(@Nullable String group) {
        return with(copy -> copy.requests = group);
    }

    /**
     * With another sample rate of the recording, 16 000…48 000 Hz, and 1 or 2 channels.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public SoundOptions withWav(int rateHz, int channels) {
        if (rateHz < 16_000 || rateHz > 48_000) {
            throw new IllegalArgumentException("a recording of " + rateHz + " Hz is not of 16000…48000 Hz");
        }
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("a recording of " + channels + " channels has neither 1 nor 2");
        }
        return with(copy -> {
            copy.wavRateHz = rateHz;
            copy.wavChannels = channels;
        });
    }

    /** With another volume, register, or choice of streams, from the start on. */
    public SoundOptions withMix(Mix start) {
        return with(copy -> copy.mix = start);
    }

    /** With a bed that is hidden while all is well: then it fades, and three soft tones now and then say so. */
    public SoundOptions withHiding(boolean hidden) {
        return with(copy -> copy.hiding = hidden);
    }

    /** With what a user has chosen to sound otherwise. */
    public SoundOptions withChoices(SoundChoices chosen) {
        return with(copy -> copy.choices = chosen);
    }

    /** As a run's first event says; what it does not say is as here, and so is what was chosen to sound otherwise. */
    public SoundOptions with(RunInfo run) {
        return with(run, trouble -> {});
    }

    /**
     * The same.
     *
     * @param trouble is told what the run says of volume, streams or own sounds that cannot be understood, and is left out
     */
    SoundOptions with(RunInfo run, Consumer<String> trouble) {
        String group = run.get(REQUESTS, requests == null ? "" : requests);
        return (group.isEmpty() ? requests(null) : withRequests(group))
                .withMachine(run.get(GROUND, machine ? MACHINE : "").equals(MACHINE))
                .withNetworkMax(Double.parseDouble(run.get(NETWORK_MAX, String.valueOf(networkMax))))
                .withMethodsMax(Double.parseDouble(run.get(METHODS_MAX, String.valueOf(methodsMax))))
                .withWav(
                        Integer.parseInt(run.get(WAV_RATE, String.valueOf(wavRateHz))),
                        Integer.parseInt(run.get(WAV_CHANNELS, String.valueOf(wavChannels))))
                .withMix(MixEntries.read(run, mix, trouble))
                .withHiding(Boolean.parseBoolean(run.get(HIDE, String.valueOf(hiding))))
                .withChoices(choices(run, trouble));
    }

    void describe(Map<String, String> to) {
        to.put(GROUND, machine ? MACHINE : "process");
        to.put(NETWORK_MAX, String.valueOf((long) networkMax));
        to.put(METHODS_MAX, String.valueOf((long) methodsMax));
        to.put(REQUESTS, requests == null ? "" : requests);
        to.put(WAV_RATE, String.valueOf(wavRateHz));
        to.put(WAV_CHANNELS, String.valueOf(wavChannels));
        MixEntries.write(mix, to);
        if (hiding) {
            to.put(HIDE, String.valueOf(hiding));
        }
        choices.entries().forEach((key, value) -> to.put(SOUND + key, value));
    }

    /** These, which somebody asks for now; and what they do not say, as the run had it. */
    private SoundChoices choices(RunInfo run, Consumer<String> trouble) {
        SoundTable plain = withChoices(SoundChoices.NONE).table();
        SoundChoices ofRun = SoundChoices.NONE;
        for (Map.Entry<String, String> entry : run.entries().entrySet()) {
            if (entry.getKey().startsWith(SOUND)) {
                try {
                    ofRun = ofRun.with(entry.getKey().substring(SOUND.length()), entry.getValue(), plain);
                } catch (IllegalArgumentException e) {
                    trouble.accept("the run says " + entry.getKey() + "=" + entry.getValue() + ", which is left out: "
                            + e.getMessage());
                }
            }
        }
        return choices.over(ofRun);
    }

    /** The sound table for these options, in a run that does not tell groups of timed calls apart. */
    public SoundTable table() {
        return table(CallMetrics.ofAll(), requests != null);
    }

    /** The sound table for these options and a run of these metrics. */
    SoundTable table(MetricSet run) {
        CallMetrics heard = requests == null ? CallMetrics.ofAll() : CallMetrics.ofGroup(requests, run);
        boolean named = heard != CallMetrics.ofAll() || !CallMetrics.areGrouped(run);
        return table(heard, requests != null && named);
    }

    private SoundTable table(CallMetrics heard, boolean named) {
        Metric cpu = machine ? Metrics.SYSTEM_CPU : Metrics.PROCESS_CPU;
        return new SoundTable(cpu, networkMax, methodsMax, heard, named, hiding).with(choices);
    }

    /** Whether the machine itself is listened to, and no process. */
    boolean isMachine() {
        return machine;
    }

    /** Volume, register and streams at the start. */
    Mix mix() {
        return mix;
    }

    /** Frames of a recording a second. */
    public int wavRateHz() {
        return wavRateHz;
    }

    /** 1 for mono, 2 for stereo. */
    public int wavChannels() {
        return wavChannels;
    }
}
