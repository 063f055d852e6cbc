package io.echotrace.mapping;

import io.echotrace.metric.Occurrence;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;

/**
 * Stops of the JVM as cues: a collection strikes the wood block, and a stop longer than 200 ms is a hole of its exact
 * length with a thud behind it.
 */
final class StopMapping {
    /** From here a stop is heard as one. */
    private static final long HOLE_NANOS = 200_000_000;
    /** Shorter collections are part of health: a tick under the bed. */
    private static final double STROKE_SECONDS = 0.05;

    private static final double SHORTEST_SECONDS = 0.005;
    private static final double LONGEST_SECONDS = 0.15;
    private static final double LOUDEST_DB = 6;
    private static final double SPAN_DB = 12;
    private static final double TICK_DB = -12;

    private StopMapping() {}

    /** @param storm whether a GC storm holds, in which even short collections are heard */
    static void apply(Occurrence stop, boolean storm, Timeline timeline) {
        long end = stop.startNanos() + stop.lengthNanos();
        boolean hole = stop.lengthNanos() > HOLE_NANOS;
        if (isCollection(stop)) {
            long at = hole ? end : stop.startNanos(); // in the hole it could not be heard
            timeline.cue(new Cue(Cue.Kind.WOOD_BLOCK, at, 0, levelDb(stop.lengthNanos() / 1e9, storm)));
        }
        if (hole) {
            timeline.cue(new Cue(Cue.Kind.HOLE, stop.startNanos(), stop.lengthNanos(), 0));
            timeline.cue(new Cue(Cue.Kind.THUD, end, stop.lengthNanos(), 0));
        }
    }

    static double levelDb(double seconds, boolean storm) {
        double position =
                StrictMath.log(seconds / SHORTEST_SECONDS) / StrictMath.log(LONGEST_SECONDS / SHORTEST_SECONDS);
        double level = LOUDEST_DB - SPAN_DB * (1 - Math.max(0, Math.min(position, 1)));
        return storm || seconds >= STROKE_SECONDS ? level : Math.min(level, TICK_DB);
    }

    private static boolean isCollection(Occurrence stop) {
        return !stop.text().startsWith(Occurrence.SAFEPOINT);
    }
}
