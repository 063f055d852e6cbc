package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A machine that knows the legend and nothing else. Of each fault it keeps how it differs from health, and what of that
 * neither health nor noise does as well (Fisher's discriminant, with the scatter of both): evidence of 0 is health, 1 is
 * the fault as it is in the legend. It listens for some seconds at a time, and names the fault with the most evidence.
 */
final class LegendListener {
    /** So much of what the legend shows, which is the mean of the weakest and the worst, is not health any more. */
    private static final double ENOUGH = 0.4;

    private static final double HOP_SECONDS = 1.15;
    /** How evenly it weighs what it has seldom heard to change: share of the mean scatter. */
    private static final double EVENNESS = 0.1;

    private static final double FARTHEST = 3;
    /** What never changes in health is still not worth more than that share of how much faults change it. */
    private static final double LEAST_DEVIATION = 0.3;

    private final double[] center;
    private final double[] deviations;
    private final double[] health;
    private final Map<Label, double[]> weights = new EnumMap<>(Label.class);

    private LegendListener(double[] center, double[] deviations, double[] health) {
        this.center = center;
        this.deviations = deviations;
        this.health = health;
    }

    static LegendListener taughtBy(LegendLessons lessons) {
        List<double[]> healthy = heard(lessons.health());
        List<double[]> varied = new ArrayList<>(healthy);
        varied.addAll(heard(lessons.ranges()));
        Map<Label, List<double[]>> faulty = lessons.faults().stream()
                .collect(Collectors.groupingBy(
                        clip -> clip.labels().iterator().next(),
                        () -> new EnumMap<>(Label.class),
                        Collectors.mapping(clip -> values(clip.sound()), Collectors.toList())));
        double[] center = mean(healthy);
        LegendListener listener =
                new LegendListener(center, deviations(center, varied, healthy, faulty), new double[center.length]);
        listener.learn(healthy, varied, faulty);
        return listener;
    }

    /** What it makes of a clip that is longer than what it listens to at once. */
    Label name(Recording clip) {
        Map<Label, Double> evidence = new EnumMap<>(Label.class);
        for (double at = 0; at + LegendLessons.SECONDS <= clip.duration(); at += HOP_SECONDS) {
            double[] heard = scaled(values(clip.slice(at, at + LegendLessons.SECONDS)));
            weights.forEach((label, weight) -> evidence.merge(label, product(weight, minus(heard, health)), Math::max));
        }
        return evidence.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() >= ENOUGH)
                .map(Map.Entry::getKey)
                .orElse(Label.HEALTHY);
    }

    private void learn(List<double[]> healthy, List<double[]> varied, Map<Label, List<double[]>> faulty) {
        System.arraycopy(mean(scaled(healthy)), 0, health, 0, health.length);
        List<double[]> scatter = new ArrayList<>(scaled(varied));
        Map<Label, double[]> differences = new EnumMap<>(Label.class);
        faulty.forEach((label, clips) -> {
            List<double[]> own = scaled(clips);
            double[] mean = mean(own);
            own.forEach(clip -> scatter.add(minus(clip, mean)));
            differences.put(label, minus(mean, health));
        });
        RealMatrix rows = new Array2DRowRealMatrix(scatter.toArray(new double[0][]), false);
        double alpha = EVENNESS * squares(scatter) / health.length; // times the number of rows
        RealMatrix gram = rows.multiplyTransposed(rows)
                .add(MatrixUtils.createRealIdentityMatrix(scatter.size()).scalarMultiply(alpha));
        CholeskyDecomposition solver = new CholeskyDecomposition(gram, 1e-9, 1e-12);
        differences.forEach((label, difference) -> {
            // (alpha I + R'R)^-1 d = (d - R' (alpha I + R R')^-1 R d) / alpha: the smaller matrix is enough
            double[] along = solver.getSolver()
                    .solve(MatrixUtils.createRealVector(rows.operate(difference)))
                    .toArray();
            double[] weight = minus(difference, rows.preMultiply(along));
            double whole = product(weight, difference);
            weights.put(label, Arrays.stream(weight).map(w -> w / whole).toArray());
        });
    }

    private static double[] deviations(
            double[] center, List<double[]> varied, List<double[]> healthy, Map<Label, List<double[]>> faulty) {
        List<double[]> all = Stream.concat(
                        healthy.stream(), faulty.values().stream().flatMap(List::stream))
                .toList();
        double[] mean = mean(all);
        double[] deviations = new double[center.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] =
                    Math.hypot(deviation(varied, i, center[i]), LEAST_DEVIATION * deviation(all, i, mean[i]) + 1e-6);
        }
        return deviations;
    }

    private static double deviation(List<double[]> rows, int index, double from) {
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> (row[index] - from) * (row[index] - from))
                .average()
                .orElse(0));
    }

    private List<double[]> scaled(List<double[]> rows) {
        return rows.stream().map(this::scaled).toList();
    }

    private double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            double distance = (values[i] - center[i]) / deviations[i];
            scaled[i] = Math.max(-FARTHEST, Math.min(FARTHEST, distance));
        }
        return scaled;
    }

    private static List<double[]> heard(List<Recording> sounds) {
        return sounds.stream().map(LegendListener::values).toList();
    }

    private static double[] values(Recording sound) {
        Features features = Features.of(sound);
        double[] values = new double[features.size()];
        Arrays.setAll(values, features::get);
        return values;
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        rows.forEach(row -> Arrays.setAll(mean, i -> mean[i] + row[i] / rows.size()));
        return mean;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double squares(List<double[]> rows) {
        return rows.stream().mapToDouble(row -> product(row, row)).sum();
    }
}
