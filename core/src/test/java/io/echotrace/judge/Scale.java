package io.echotrace.judge;

import java.util.List;

/** Brings features to one scale: mean 0 and deviation 1 over the lessons, and nothing beyond three deviations. */
final class Scale {
    private static final double FARTHEST = 3;
    private static final double SMALLEST = 1e-6;

    private final double[] means;
    private final double[] deviations;

    private Scale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static Scale of(List<Heard> lessons) {
        int size = lessons.get(0).features().size();
        double[] means = new double[size];
        double[] deviations = new double[size];
        for (int i = 0; i < size; i++) {
            int feature = i;
            double[] values = lessons.stream()
                    .mapToDouble(heard -> heard.features().get(feature))
                    .toArray();
            means[i] = Statistics.mean(values);
            deviations[i] = Math.max(SMALLEST, Statistics.deviation(values));
        }
        return new Scale(means, deviations);
    }

    int size() {
        return means.length;
    }

    double[] apply(Features features) {
        double[] scaled = new double[means.length];
        for (int i = 0; i < scaled.length; i++) {
            double distance = (features.get(i) - means[i]) / deviations[i];
            scaled[i] = Math.max(-FARTHEST, Math.min(FARTHEST, distance));
        }
        return scaled;
    }
}
