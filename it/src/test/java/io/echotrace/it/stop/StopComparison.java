package io.echotrace.it.stop;

import io.echotrace.ear.Holes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/** The holes of a recording against the stops of the JVM. All in seconds. */
final class StopComparison {
    /** From here a stop must be heard; shorter than {@link #MAY} it must not. */
    private static final double MUST = 0.2005;

    private static final double MAY = 0.1995;
    private static final double SHORTEST_HOLE = 0.02;
    /** Stops that are closer together may be one. */
    private static final double APART = 0.01;

    /** How far a hole is from what it should be. */
    private record Deviation(double onset, double length) {
        double sum() {
            return onset + length;
        }
    }

    private final List<TrueStop> stops;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<Holes.Hole> untrue = new ArrayList<>();
    private final List<TrueStop> missed;

    /**
     * @param stops in order, as far as the recording is compared
     * @param holes the same
     */
    StopComparison(List<TrueStop> stops, List<Holes.Hole> holes) {
        this.stops = stops;
        holes.stream().filter(hole -> hole.length() >= SHORTEST_HOLE).forEach(this::compare);
        missed = stops.stream()
                .filter(stop -> stop.length() >= MUST && stop.end() - stop.silence() >= SHORTEST_HOLE)
                .filter(stop -> holes.stream().noneMatch(hole -> stop.touches(hole.start(), hole.end())))
                .toList();
    }

    /** Whether it is as exact as it must be: nothing missed or untrue, and the median and the worst within bounds. */
    boolean isExact() {
        return isTrue()
                && medianOnset() <= 0.010
                && worstOnset() <= 0.020
                && medianLength() <= 0.020
                && worstLength() <= 0.030;
    }

    boolean isTrue() {
        return missed.isEmpty() && untrue.isEmpty();
    }

    int count() {
        return deviations.size();
    }

    /** Stops that are no hole. */
    List<TrueStop> missed() {
        return missed;
    }

    /** Holes where there was no stop. */
    List<Holes.Hole> untrue() {
        return untrue;
    }

    double medianOnset() {
        return median(deviations.stream().mapToDouble(Deviation::onset).toArray());
    }

    double worstOnset() {
        return deviations.stream().mapToDouble(Deviation::onset).max().orElse(0);
    }

    double medianLength() {
        return median(deviations.stream().mapToDouble(Deviation::length).toArray());
    }

    double worstLength() {
        return deviations.stream().mapToDouble(Deviation::length).max().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%3d holes   onset %5.1f / %5.1f ms   length %5.1f / %5.1f ms   missed %d   untrue %d",
                count(),
                1e3 * medianOnset(),
                1e3 * worstOnset(),
                1e3 * medianLength(),
                1e3 * worstLength(),
                missed.size(),
                untrue.size());
    }

    private void compare(Holes.Hole hole) {
        @Nullable Deviation best = null;
        for (int first = 0; first < stops.size(); first++) {
            TrueStop stop = stops.get(first);
            for (int last = first; stop != null; last++) {
                Deviation deviation = deviation(hole, stop);
                if (deviation != null && (best == null || deviation.sum() < best.sum())) {
                    best = deviation;
                }
                stop = last + 1 < stops.size() ? stop.with(stops.get(last + 1), APART) : null;
            }
        }
        if (best == null) {
            untrue.add(hole);
        } else {
            deviations.add(best);
        }
    }

    private static @Nullable Deviation deviation(Holes.Hole hole, TrueStop stop) {
        boolean audible = stop.length() > MAY || stop.isBent();
        return audible && stop.touches(hole.start(), hole.end())
                ? new Deviation(
                        Math.abs(hole.start() - stop.silence()),
                        Math.abs(hole.length() - (stop.end() - stop.silence())))
                : null;
    }

    private static double median(double[] values) {
        return values.length == 0 ? 0 : new Median().evaluate(values);
    }
}
