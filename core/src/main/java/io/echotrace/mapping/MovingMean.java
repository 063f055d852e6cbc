package io.echotrace.mapping;

/**
 * The mean of a value over the last seconds, each reading weighing as much as the time it stands for: of a rate that each
 * row counts anew, this is all that was counted over all of the time. Through a gap it stays as it is, until the gap is as
 * long as the window: then it begins anew. Constant memory.
 */
final class MovingMean {
    /** A few events fall into one row, now one more and now one less: so long it takes to tell their rate. */
    private static final double WINDOW_SECONDS = 2;
    /** What is read more often than that is put together, so that the ring never ends before the window does. */
    private static final int SPANS = 128;
    /** Sums of many decimal fractions fall short of the whole by less. */
    private static final double ROUNDING_SECONDS = 1e-6;

    private final double[] sums = new double[SPANS];
    private final double[] lengths = new double[SPANS];
    private int latest;
    private int count;
    private double latestMean = Double.NaN;
    private double gapSeconds;

    /**
     * The mean with another reading; NaN when nothing is known.
     *
     * @param value NaN when there is none
     * @param seconds what the reading stands for; no longer than the window counts
     */
    double next(double value, double seconds) {
        if (Double.isNaN(value)) {
            missed(seconds);
            return latestMean;
        }
        gapSeconds = 0;
        double length = Math.min(seconds, WINDOW_SECONDS);
        if (count == 0 || lengths[latest] >= WINDOW_SECONDS / (SPANS - 2)) {
            begin();
        }
        sums[latest] += value * length;
        lengths[latest] += length;
        latestMean = mean(value);
        return latestMean;
    }

    private void missed(double seconds) {
        gapSeconds += seconds;
        if (gapSeconds >= WINDOW_SECONDS - ROUNDING_SECONDS) {
            count = 0;
            latestMean = Double.NaN;
        }
    }

    private void begin() {
        latest = (latest + 1) % SPANS;
        sums[latest] = 0;
        lengths[latest] = 0;
        count = Math.min(count + 1, SPANS);
    }

    /** Of as few of the newest as make up the window; the only reading of a moment without length is its own mean. */
    private double mean(double value) {
        double sum = 0;
        double length = 0;
        for (int i = 0; i < count && length < WINDOW_SECONDS - ROUNDING_SECONDS; i++) {
            int span = Math.floorMod(latest - i, SPANS);
            sum += sums[span];
            length += lengths[span];
        }
        return length > 0 ? sum / length : value;
    }
}
