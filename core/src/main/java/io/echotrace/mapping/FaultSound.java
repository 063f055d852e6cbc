package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * How one fault sounds, and what of the sound is its own: no other fault and nothing in health uses it. One class each, in
 * the list of {@link FaultSounds}; an object is for one run, and the probe thread's own.
 */
abstract class FaultSound {
    private final Fault fault;
    private final Carrier carrier;
    private final String owner;
    private final String caption;

    /**
     * @param carrier the voice that goes rough with it, as it carries the metric that is in trouble
     * @param owner the band or the modulation that is this fault's alone
     * @param caption what is heard, for people
     */
    FaultSound(Fault fault, Carrier carrier, String owner, String caption) {
        this.fault = fault;
        this.carrier = carrier;
        this.owner = owner;
        this.caption = caption;
    }

    final Fault fault() {
        return fault;
    }

    final Carrier carrier() {
        return carrier;
    }

    final String owner() {
        return owner;
    }

    final String caption() {
        return caption;
    }

    /** What would be measured while it holds, beyond that it is found: for the legend, row by row. */
    void demonstrate(Demonstration shown) {}

    /** Sets what the fault moves, whether it holds or not; or adds cues. After the continuous mappings of the row. */
    abstract void follow(FaultCourse course, Row row, Targets targets, Timeline timeline);
}
