package io.echotrace.judge;

/** How a band moves: its levels, its rhythm, and how it trembles. */
final class BandFeatures {
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.75, 0.95, 0.99, 0.998};

    private BandFeatures() {}

    /** @param overall the usual level of all bands together */
    static void add(Spectrogram quick, double lowHz, double highHz, double overall, Features to) {
        double[] power = quick.band(lowHz, highHz);
        double[] levels = Statistics.decibels(power);
        double[] sorted = Statistics.sorted(levels);
        double median = Statistics.quantile(sorted, 0.5);
        to.add(median - overall);
        for (double share : SHARES) {
            to.add(Statistics.quantile(sorted, share) - median);
        }
        RhythmFeatures.add(levels, quick.hop(), to);
        TrembleFeatures.add(power, quick.hop(), to);
    }
}
