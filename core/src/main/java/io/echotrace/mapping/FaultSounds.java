package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.Arrays;
import java.util.List;

/**
 * The list of what faults sound like, in the order of the legend, and how they go on in one run. When all that was wrong
 * is over, two soft tones say so. The probe thread's own.
 */
final class FaultSounds {
    /** A single stop is remembered for less: its own sound is enough. */
    private static final long WORTH_AN_END_NANOS = 8_000_000_000L;

    static final double RECOVERY_DB = -6;
    /** More faults at once than that are together no louder: each is so much softer. */
    private static final double AS_LOUD_TOGETHER = 2;

    private final List<FaultSound> sounds = Arrays.asList(
            new CpuSaturationSound(),
            new GcStormSound(),
            new LongStopSound(),
            new SafepointStallSound(),
            new MemoryLeakSound(),
            new MemoryFullSound(),
            new FileDescriptorLeakSound(),
            new ThreadLeakSound(),
            new DeadlockSound(),
            new LockContentionSound(),
            new LatencyJitterSound(),
            new ErrorBurstSound(),
            new NetworkFloodSound(),
            new NetworkLossSound(),
            new DiskSaturationSound());

    private final FaultCourse[] courses;
    private final EventBudget budget;
    private boolean troubled;
    private long troubledSinceNanos;

    /** @param budget for the good news, which are told once a recovery */
    FaultSounds(SoundChoices choices, EventBudget budget) {
        this.budget = budget;
        courses = sounds.stream()
                .map(sound -> new FaultCourse(sound.fault(), choices))
                .toArray(FaultCourse[]::new);
    }

    /** One of each, for one run. */
    List<FaultSound> list() {
        return sounds;
    }

    /** Takes the next row, whose continuous mappings are done, with all that holds. */
    void follow(Row row, List<Finding> findings, Targets targets, Timeline timeline) {
        int holding = 0;
        for (FaultCourse course : courses) {
            course.follow(row, findings);
            holding += course.holds() ? 1 : 0;
        }
        double gain = holding <= AS_LOUD_TOGETHER ? 1 : StrictMath.sqrt(AS_LOUD_TOGETHER / holding);
        for (int i = 0; i < courses.length; i++) {
            courses[i].amongOthers(gain);
            sounds.get(i).follow(courses[i], row, targets, timeline);
        }
        tellRecovery(row.atNanos(), holding > 0, timeline);
    }

    /** How bad it is where a voice carries it: for what is known no worse than faintly rough. */
    double severity(Carrier carrier) {
        double worst = 0;
        for (int i = 0; i < courses.length; i++) {
            if (sounds.get(i).carrier() == carrier) {
                worst = Math.max(worst, heard(courses[i]));
            }
        }
        return worst;
    }

    /** How the fault goes on. */
    FaultCourse course(Fault fault) {
        for (int i = 0; i < courses.length; i++) {
            if (sounds.get(i).fault() == fault) {
                return courses[i];
            }
        }
        throw new AssertionError(fault); // a new fault is a new line above
    }

    /** Whether anything holds. */
    boolean isTroubled() {
        return troubled;
    }

    private static double heard(FaultCourse course) {
        return course.isKnown() ? Math.min(course.severity(), TensionMapping.KNOWN) : course.severity();
    }

    private void tellRecovery(long nowNanos, boolean isTroubled, Timeline timeline) {
        if (isTroubled && !troubled) {
            troubledSinceNanos = nowNanos;
        }
        boolean isOver = troubled && !isTroubled && nowNanos - troubledSinceNanos >= WORTH_AN_END_NANOS;
        if (isOver && budget.grants(EventBudget.Kind.RECOVERY, nowNanos)) {
            timeline.cue(new Cue(Cue.Kind.RECOVERY, nowNanos, 0, RECOVERY_DB));
        }
        troubled = isTroubled;
    }
}
