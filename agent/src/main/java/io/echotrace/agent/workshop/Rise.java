package io.echotrace.agent.workshop;

/** A straight line through what was measured since the start, by least squares. Not thread-safe. */
final class Rise {
    private final long startNanos = System.nanoTime();
    private long count;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double sumYy;

    void add(double y) {
        double x = seconds();
        count++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
        sumYy += y * y;
    }

    /** How many values it is drawn through. */
    long count() {
        return count;
    }

    /** Seconds since the start. */
    double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** What a value rises by in a second. */
    double perSecond() {
        return covariance() / (count * sumXx - sumX * sumX);
    }

    /** Which share of the variance of the values is that they rise, 0…1; NaN where there is none. */
    double explained() {
        double xx = count * sumXx - sumX * sumX;
        double yy = count * sumYy - sumY * sumY;
        return covariance() * covariance() / (xx * yy);
    }

    private double covariance() {
        return count * sumXy - sumX * sumY;
    }
}
