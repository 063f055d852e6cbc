package io.echotrace.mapping;

import static io.echotrace.mapping.Curve.LINEAR;
import static io.echotrace.mapping.Curve.LOGARITHMIC;
import static io.echotrace.mapping.Curve.LOGARITHMIC_FROM_ZERO;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
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
    private static final double NETWORK_KNEE = 10e3;
    /** Below one request a second neither. */
    private static final double REQUESTS_KNEE = 1;

    private final Metric cpu;
    private final CallMetrics requests;
    private final List<ContinuousMapping> mappings;

    /**
     * @param cpu what the ground follows: {@link Metrics#PROCESS_CPU}, or {@link Metrics#SYSTEM_CPU} where the machine
     *     itself is listened to
     * @param networkMax bytes a second at which the pulse is fastest
     */
    public SoundTable(Metric cpu, double networkMax) {
        this(cpu, networkMax, METHODS_MAX, CallMetrics.ofAll());
    }

    /**
     * A table in which some of the timed calls are the requests.
     *
     * @param methodsMax requests a second at which the pulse is fastest
     * @param requests whose rate the pulse is, where they are timed at all
     */
    public SoundTable(Metric cpu, double networkMax, double methodsMax, CallMetrics requests) {
        this.cpu = cpu;
        this.requests = requests;
        this.mappings = Collections.unmodifiableList(Arrays.asList(
                ContinuousMapping.of(Source.first(cpu, Metrics.SYSTEM_CPU), Control.GROUND_PITCH)
                        .domain(LINEAR, 0, 1)
                        .range(0, 1)
                        .deadBand(0.03)
                        .build(),
                ContinuousMapping.of(Source.first(Metrics.SYSTEM_CPU), Control.BRIGHTNESS)
                        .domain(LINEAR, 0, 1)
                        .range(0, 1)
                        .unavailable(0.5)
                        .deadBand(0.1)
                        .build(),
                ContinuousMapping.of(Source.largest(Metrics.HEAP_AFTER_GC, Metrics.SYSTEM_MEMORY), Control.BODY_DB)
                        .domain(LINEAR, 0, 1)
                        .range(-14, 0)
                        .unavailable(-7)
                        .deadBand(0.03)
                        .slew(3, 3)
                        .build(),
                ContinuousMapping.of(Source.sum(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT), Control.PULSE_HZ)
                        .domain(LOGARITHMIC_FROM_ZERO, NETWORK_KNEE, networkMax)
                        .range(1, 10)
                        .unavailable(0)
                        .deadBand(0.03)
                        .build(),
                // Few calls fall into one row, now one more and now one less: two seconds tell their rate.
                ContinuousMapping.of(Source.first(requests.rate()), Control.PULSE_HZ)
                        .domain(LOGARITHMIC_FROM_ZERO, REQUESTS_KNEE, methodsMax)
                        .range(1, 10)
                        .takesOver()
                        .averaged(RecentRate.WINDOW_SECONDS)
                        .deadBand(0.01)
                        .build(),
                ContinuousMapping.of(
                                Source.balance(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT), Control.PULSE_PAN)
                        .domain(LINEAR, -1, 1)
                        .range(-1, 1)
                        .unavailable(0)
                        .deadBand(0.1)
                        .build(),
                // A stall is over in one row: its mark on the pulse fades slowly, or no beat would fall into it.
                ContinuousMapping.of(Source.first(Metrics.STALL), Control.PULSE_STAGGER)
                        .domain(LOGARITHMIC, 0.03, 0.3)
                        .range(0, 0.3)
                        .slew(Double.POSITIVE_INFINITY, 0.15)
                        .build()));
    }

    /** The metric whose value is the ground's pitch. */
    public Metric cpu() {
        return cpu;
    }

    /** The metrics of the calls whose rate is the pulse. */
    public CallMetrics requests() {
        return requests;
    }

    /** The continuous mappings: where two move the same control, the latter does while it has something to go by. */
    public List<ContinuousMapping> mappings() {
        return mappings;
    }

    /** The mapping that moves a control at a row: the last that has something to go by; when none has, the first. */
    ContinuousMapping mappingOf(Control control, Row row) {
        ContinuousMapping moving = mappingOf(control);
        for (ContinuousMapping mapping : mappings) {
            if (mapping.control() == control && !Double.isNaN(mapping.source.value(row))) {
                moving = mapping;
            }
        }
        return moving;
    }

    /** The first mapping that moves a control. */
    public ContinuousMapping mappingOf(Control control) {
        return mappings.stream()
                .filter(mapping -> mapping.control() == control)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(control + " is not moved by a metric"));
    }
}
