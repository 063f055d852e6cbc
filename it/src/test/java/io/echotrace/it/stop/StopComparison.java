package io.echotrace.it.stop;

import io.echotrace.ear.Holes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.descriptive.rank.Median;

/** The holes of a recording against the stops of the JVM. All in seconds. */
final class StopComparison {
    /** From here a stop must be heard; shorter than {@link #MAY} it must not. */
    static final double MUST = 0.2005;

    private static final double MAY = 0.1995;
    private static final double SHORTEST_HOLE = 0.02;
    /** Stops that are closer together are one. */
    private static final double APART = 0.01;

    private final List<Double> onsets = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();
    private final List<TrueStop> missed = new ArrayList<>();
    private final List<Holes.Hole> untrue;

    /**
     * @param stops in order
     * @param holes as far as the recording is compared
     * @param from where that begins: earlier stops are left out
     */
    StopComparison(List<TrueStop> stops, List<Holes.Hole> holes, double from) {
        untrue = new ArrayList<>(
                holes.stream().filter(hole -> hole.length() >= SHORTEST_HOLE).toList());
        for (TrueStop stop : merged(stops)) {
            if (stop.start() > from && stop.end() - stop.silence() >= SHORTEST_HOLE) {
                compare(stop);
            }
        }
    }

    int count() {
        return onsets.size();
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
        return median(onsets);
    }

    double worstOnset() {
        return worst(onsets);
    }

    double medianLength() {
        return median(lengths);
    }

    double worstLength() {
        return worst(lengths);
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

    private void compare(TrueStop stop) {
        List<Holes.Hole> found = untrue.stream()
                .filter(hole -> stop.touches(hole.start(), hole.end()))
                .toList();
        if (found.isEmpty()) {
            if (stop.length() >= MUST) {
                missed.add(stop);
            }
            return;
        }
        if (stop.length() > MAY || stop.isBent()) {
            untrue.removeAll(found);
            Holes.Hole hole = found.get(0);
            onsets.add(Math.abs(hole.start() - stop.silence()));
            lengths.add(Math.abs(hole.length() - (stop.end() - stop.silence())));
        }
    }

    private static List<TrueStop> merged(List<TrueStop> stops) {
        List<TrueStop> merged = new ArrayList<>();
        for (TrueStop stop : stops) {
            TrueStop last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && stop.start() - last.end() < APART) {
                merged.set(
                        merged.size() - 1, new TrueStop(last.start(), stop.end(), Math.max(last.sync(), stop.sync())));
            } else {
                merged.add(stop);
            }
        }
        return merged;
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? 0 : new Median().evaluate(array(values));
    }

    private static double worst(List<Double> values) {
        return DoubleStream.of(array(values)).max().orElse(0);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
