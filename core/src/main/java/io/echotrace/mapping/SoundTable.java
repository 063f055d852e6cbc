package io.echotrace.mapping;

import static io.echotrace.mapping.Curve.LINEAR;
import static io.echotrace.mapping.Curve.LOGARITHMIC;
import static io.echotrace.mapping.Curve.LOGARITHMIC_FROM_ZERO;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The sound table: which metric moves which control, in which range. The one list of continuous mappings. Immutable. */
public final class SoundTable {
    /** The top of the pulse's range when nothing else is said, in bytes per second. */
    public static final double NETWORK_MAX = 100e6;

    /** Below this many bytes a second the pulse hardly moves. */
    private static final double NETWORK_KNEE = 10e3;

    private final Metric cpu;
    private final List<ContinuousMapping> mappings;

    /**
     * @param cpu what the ground follows: {@link Metrics#PROCESS_CPU}, or {@link Metrics#SYSTEM_CPU} where the machine
     *     itself is listened to
     * @param networkMax bytes a second at which the pulse is fastest
     */
    public SoundTable(Metric cpu, double networkMax) {
        this.cpu = cpu;
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

    /** The continuous mappings. */
    public List<ContinuousMapping> mappings() {
        return mappings;
    }

    /** The mapping that moves a control. */
    public ContinuousMapping mappingOf(Control control) {
        return mappings.stream()
                .filter(mapping -> mapping.control() == control)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(control + " is not moved by a metric"));
    }
}
