package io.echotrace.mapping;

import static io.echotrace.mapping.Curve.LINEAR;
import static io.echotrace.mapping.Curve.LOGARITHMIC;
import static io.echotrace.mapping.Curve.LOGARITHMIC_FROM_ZERO;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The sound table: which metric moves which control, in which range. The one list of continuous mappings. Immutable. */
public final class SoundTable {
    /** The top of the pulse's range when nothing else is said, in bytes per second. */
    public static final double NETWORK_MAX = 100e6;

    /** The top of the pulse's range when nothing else is said, in calls of timed methods per second. */
    public static final double METHODS_MAX = 5000;

    /** Below this many bytes a second the pulse hardly moves. */
    public static final double NETWORK_KNEE = 10e3;
    /** Below one request a second neither. */
    private static final double REQUESTS_KNEE = 1;

    /** A disk that is busy for a smaller share of the time is idle, and silent. */
    private static final double IDLE_DISK = 0.05;

    private final Metric cpu;
    private final double networkMax;
    private final CallMetrics requests;
    private final boolean named;
    private final boolean hiding;
    private final SoundChoices choices;
    private final ContinuousMapping pulseOfCalls;
    private final List<ContinuousMapping> mappings;

    /**
     * A table in which the pulse is the network, or timed calls where they are known.
     *
     * @param cpu what the ground follows: {@link Metrics#PROCESS_CPU}, or {@link Metrics#SYSTEM_CPU} where the machine
     *     itself is listened to
     * @param networkMax bytes a second at which the pulse is fastest
     * @param methodsMax calls a second at which it is
     * @param requests the calls whose rate it is, or else that of all calls
     * @param named whether it is said that these are requests
     * @param hiding whether the bed is hidden while all is well
     */
    public SoundTable(
            Metric cpu, double networkMax, double methodsMax, CallMetrics requests, boolean named, boolean hiding) {
        this.cpu = cpu;
        this.hiding = hiding;
        this.networkMax = networkMax;
        this.requests = requests;
        this.named = named;
        this.pulseOfCalls = pulse(Metrics.METHOD_RATE, methodsMax);
        List<ContinuousMapping> all = new ArrayList<>(Arrays.asList(
                ContinuousMapping.of(Source.first(cpu, Metrics.SYSTEM_CPU), Control.GROUND_PITCH)
                        .heard("pitch of the ground", "low, 200 Hz", "high, 800 Hz")
                        .domain(LINEAR, 0, 1)
                        .range(0, 1)
                        .deadBand(0.03)
                        .build(),
                ContinuousMapping.of(Source.first(Metrics.SYSTEM_CPU), Control.BRIGHTNESS)
                        .heard("brightness of the ground", "dull", "bright")
                        .domain(LINEAR, 0, 1)
                        .range(0, 1)
                        .unavailable(0.5)
                        .deadBand(0.1)
                        .build(),
                ContinuousMapping.of(Source.largest(Metrics.HEAP_AFTER_GC, Metrics.SYSTEM_MEMORY), Control.BODY_DB)
                        .heard("loudness of the bed", "soft, -14 dB", "loud")
                        .domain(LINEAR, 0, 1)
                        .range(-14, 0)
                        .unavailable(-7)
                        .deadBand(0.03)
                        .slew(3, 3)
                        .build(),
                ContinuousMapping.of(Source.sum(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT), Control.PULSE_HZ)
                        .heard("pace of the pulse", "1 beat a second", "10 beats a second")
                        .domain(LOGARITHMIC_FROM_ZERO, NETWORK_KNEE, networkMax)
                        .range(1, 10)
                        .unavailable(0)
                        .deadBand(0.03)
                        .build(),
                pulseOfCalls,
                ContinuousMapping.of(
                                Source.balance(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT), Control.PULSE_PAN)
                        .heard("place of the pulse", "left, all comes in", "right, all goes out")
                        .domain(LINEAR, -1, 1)
                        .range(-1, 1)
                        .unavailable(0)
                        .deadBand(0.1)
                        .build(),
                // A stall is over in one row: its mark on the pulse fades slowly, or no beat would fall into it.
                ContinuousMapping.of(Source.first(Metrics.STALL), Control.PULSE_STAGGER)
                        .heard("evenness of the pulse", "even", "stumbling")
                        .domain(LOGARITHMIC, 0.03, 0.3)
                        .range(0, 0.3)
                        .slew(Double.POSITIVE_INFINITY, 0.15)
                        .build(),
                ContinuousMapping.of(Source.first(Metrics.DISK_UTILIZATION), Control.FLOOR_LEVEL)
                        .heard("the floor, a low murmur", "silent", "as loud as it gets")
                        .domain(LINEAR, IDLE_DISK, 1)
                        .range(0, 1)
                        .deadBand(0.1)
                        .build(),
                ContinuousMapping.of(Source.first(Metrics.TEMPERATURE), Control.FLOOR_BRIGHTNESS)
                        .heard("brightness of the floor", "dull", "bright")
                        .domain(LINEAR, 40, 90)
                        .range(0, 1)
                        .unavailable(0.5)
                        .deadBand(0.1)
                        .build()));
        if (requests != CallMetrics.ofAll()) {
            all.add(pulse(requests.rate(), methodsMax));
        }
        this.mappings = Collections.unmodifiableList(all);
        this.choices = SoundChoices.NONE;
    }

    private SoundTable(SoundTable plain, SoundChoices choices) {
        cpu = plain.cpu;
        requests = plain.requests;
        named = plain.named;
        hiding = plain.hiding;
        networkMax = plain.networkMax;
        pulseOfCalls = choices.applied(plain.pulseOfCalls);
        List<ContinuousMapping> applied = new ArrayList<>();
        plain.mappings.forEach(mapping -> applied.add(choices.applied(mapping)));
        mappings = Collections.unmodifiableList(applied);
        this.choices = choices;
    }

    /** The same, with what a user has chosen to sound otherwise. */
    public SoundTable with(SoundChoices chosen) {
        return new SoundTable(this, chosen);
    }

    /** What a user has chosen. */
    SoundChoices choices() {
        return choices;
    }

    private static ContinuousMapping pulse(Metric rate, double max) {
        return ContinuousMapping.of(Source.first(rate), Control.PULSE_HZ)
                .heard("pace of the pulse, where methods are timed", "1 beat a second", "10 beats a second")
                .domain(LOGARITHMIC_FROM_ZERO, REQUESTS_KNEE, max)
                .range(1, 10)
                .takesOver()
                .averaged()
                .deadBand(0.01)
                .build();
    }

    /** The metric whose value is the ground's pitch. */
    public Metric cpu() {
        return cpu;
    }

    /** Bytes a second at which the pulse is fastest. */
    public double networkMax() {
        return networkMax;
    }

    /** The metrics of the calls whose rate is the pulse. */
    public CallMetrics requests() {
        return requests;
    }

    /** Whether the bed is hidden while all is well. */
    boolean isHiding() {
        return hiding;
    }

    /** Whether they are said to be requests, and not just calls. */
    boolean isOfRequests() {
        return named;
    }

    /** The continuous mappings: where two move the same control, the latter does while it has something to go by. */
    public List<ContinuousMapping> mappings() {
        return mappings;
    }

    /** The mapping by which calls move the pulse. */
    ContinuousMapping pulseOfCalls() {
        return pulseOfCalls;
    }

    /** The first mapping that moves a control. */
    public ContinuousMapping mappingOf(Control control) {
        return mappings.stream()
                .filter(mapping -> mapping.control() == control)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(control + " is not moved by a metric"));
    }
}
