package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns each row, with what was found in it, into controls and cues on the timeline. The probe thread's own. */
public final class Mapper {
    private final List<ControlMover> movers = new ArrayList<>();
    private final ErrorMapping errors;
    private final FaultSounds faults;
    private final TensionMapping tension = new TensionMapping();
    private final HidingMapping hiding;
    private final Speed speed;
    private final StopMapping stops;
    private final Targets targets = new Targets();
    private final Timeline timeline;
    private long previousNanos = Long.MIN_VALUE;

    public Mapper(SoundTable table, Timeline timeline) {
        this(table, timeline, 1);
    }

    /** @param speed how many times faster than it was measured it is to be played, above 0 */
    public Mapper(SoundTable table, Timeline timeline, double speed) {
        this.speed = new Speed(speed);
        EventBudget budget = new EventBudget();
        this.stops = new StopMapping(this.speed, table.choices(), budget);
        this.errors = new ErrorMapping(this.speed, budget);
        table.mappings().forEach(mapping -> movers.add(new ControlMover(mapping)));
        this.faults = new FaultSounds(table.choices(), budget);
        this.hiding = new HidingMapping(table.isHiding());
        this.timeline = timeline;
    }

    /** Writes what the row should sound like, and seals the timeline up to where later rows cannot reach. */
    public void map(Row measured, Scores scores, List<Finding> found) {
        Row row = speed.of(measured, Math.max(0, previousNanos));
        List<Finding> findings = speed.of(found);
        double seconds = previousNanos == Long.MIN_VALUE ? 0 : (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        for (ControlMover mover : movers) {
            mover.move(row, seconds, targets);
        }
        faults.follow(row, findings, targets, timeline);
        tension.apply(scores, row.value(Metrics.OWN_SCORE), faults, seconds, targets);
        hiding.apply(tension.highest(), row.atNanos(), seconds, targets, timeline);
        applyEvents(measured);
        timeline.controls(row.atNanos(), targets);
        timeline.seal(row.atNanos() - speed.of(Row.LATEST_NANOS));
    }

    /** What happened is placed by when it was measured, and scaled then: how dense it was is that of life. */
    private void applyEvents(Row measured) {
        FaultCourse storm = faults.course(Fault.GC_STORM);
        FaultCourse longStop = faults.course(Fault.LONG_STOP);
        FaultCourse burst = faults.course(Fault.ERROR_BURST);
        for (Occurrence occurrence : measured.occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.STOP) {
                stops.apply(occurrence, storm, longStop, timeline);
            } else if (occurrence.kind() == Occurrence.Kind.ERROR) {
                errors.apply(occurrence, burst, faults.isTroubled(), timeline);
            }
        }
        stops.playCollections(measured.atNanos(), faults.isTroubled(), targets, timeline);
        errors.follow(measured.atNanos(), burst, targets);
    }

    /** A copy of where all controls go now. */
    Targets targets() {
        return targets.copy();
    }

    /** How wrong it sounds now, 0…1: the larger of novelty and severity. */
    public double heard() {
        return tension.highest();
    }

    /** The metric whose novelty is heard now; null when none is. */
    public @Nullable Unusual unusual() {
        return tension.unusual();
    }

    /** No row will come any more: all that is written is final, up to the end of the run. */
    public void finish(long endNanos) {
        timeline.seal(speed.of(endNanos));
    }
}
