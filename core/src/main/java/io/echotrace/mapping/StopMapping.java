package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * Stops of the JVM as cues. A collection strikes the wood block, see {@link StrokeMapping}. A stop longer than 200 ms is a hole of its exact length
 * with a thud behind it. Where the threads took more than 50 ms to stop, the bed falls in pitch for as long, since some of
 * them stand and others still run, and the hole is what remains of the stop, however short. Holes and thuds are never left
 * out or moved, however many: each is a finding, and says exactly when the application stood still.
 */
final class StopMapping {
    /** From here a stop is heard as one. */
    private static final long HOLE_NANOS = 200_000_000;
    /** From here the way to the safepoint is heard, too. */
    private static final long BEND_NANOS = 50_000_000;
    /** Shorter collections are part of health: a tick under the bed. */
    private static final double STROKE_SECONDS = 0.05;

    private static final double SHORTEST_SECONDS = 0.005;
    private static final double LONGEST_SECONDS = 0.15;
    private static final double LOUDEST_DB = 6;
    private static final double SPAN_DB = 12;

    /** What follows sooner when a series is played fast could not be told apart. */
    private static final long APART_NANOS = 100_000_000;
    /** A shorter hole is none but a crack. */
    private static final long SHORTEST_HOLE_NANOS = 20_000_000;

    private final Speed speed;
    private final boolean holes;
    private final boolean bends;
    private final boolean strokes;
    private final StrokeMapping collections;
    private long latestThud = Long.MIN_VALUE / 2;

    /** @param choices which may have stops without a hole, a bend or strokes */
    StopMapping(Speed speed, SoundChoices choices, EventBudget budget) {
        this.speed = speed;
        collections = new StrokeMapping(speed, budget);
        holes = choices.soundOf(Fault.LONG_STOP) != null;
        bends = choices.soundOf(Fault.SAFEPOINT_STALL) != null;
        strokes = choices.soundOf(Fault.GC_STORM) != null;
    }

    /**
     * What a stop is was decided when it was measured; only where it stands, and how long it is, follows the speed.
     *
     * @param stop as it was measured
     * @param storm the course of the GC storm, in which even short collections are heard
     * @param longStop that of long stops
     */
    void apply(Occurrence stop, FaultCourse storm, FaultCourse longStop, Timeline timeline) {
        long length = stop.lengthNanos();
        long end = speed.of(stop.startNanos() + length);
        long bend = bendNanos(stop);
        boolean isLong = holes && length > HOLE_NANOS;
        boolean isSilent = isLong || bend > 0;
        if (isSilent && (speed.isOne() || speed.of(length) >= SHORTEST_HOLE_NANOS)) {
            timeline.cue(Cue.hole(speed.of(stop.startNanos() + bend), speed.of(length - bend), speed.of(bend)));
        }
        if (StopText.isCollection(stop)) {
            long at = isSilent ? end : speed.of(stop.startNanos()); // in the hole it could not be heard
            double audible = levelDb(length / 1e9, storm.holds()) + storm.gainDb();
            collections.add(stop.startNanos(), at, strokes ? audible : Math.min(audible, StrokeMapping.TICK_DB));
        }
        if (isLong && (speed.isOne() || end - latestThud >= APART_NANOS)) {
            timeline.cue(new Cue(Cue.Kind.THUD, end, length, longStop.gainDb()));
            latestThud = end;
        }
    }

    /**
     * Plays the collections of a row, when all of its stops are there.
     *
     * @param measuredNanos the row's instant as it was measured
     * @param isIncident whether anything is found to be wrong
     */
    void playCollections(long measuredNanos, boolean isIncident, Targets to, Timeline timeline) {
        collections.play(measuredNanos, isIncident, to, timeline);
    }

    static double levelDb(double seconds, boolean storm) {
        double position =
                StrictMath.log(seconds / SHORTEST_SECONDS) / StrictMath.log(LONGEST_SECONDS / SHORTEST_SECONDS);
        double level = LOUDEST_DB - SPAN_DB * (1 - Math.max(0, Math.min(position, 1)));
        return storm || seconds >= STROKE_SECONDS ? level : Math.min(level, StrokeMapping.TICK_DB);
    }

    private long bendNanos(Occurrence stop) {
        long sync = StopText.syncNanos(stop);
        return bends && sync > BEND_NANOS ? sync : 0;
    }
}
