package io.echotrace.anomaly;

/**
 * Finds what is new in a metric: values, levels over some 20 and some 200 values, values for their time of day, and how
 * restless it is. Each is judged for itself by {@link Novelty}, and the newest counts. A metric that has stopped moving
 * is new in a way of its own, {@link Stillness}.
 */
final class NoveltyDetector implements Detector {
    private static final double SHORT = 20;
    private static final double LONG = 200;
    private static final double USUAL_RESTLESSNESS = 2000;
    /** Means of fewer steps say nothing of how restless a metric is. */
    private static final int SETTLED = 60;

    /** Of the usual restlessness: standing still is less than this. */
    private static final double STILL = 0.01;

    private final Novelty ofValue = new Novelty();
    private final Novelty ofShortLevel = new Novelty();
    private final Novelty ofLongLevel = new Novelty();
    private final Novelty ofTime = new Novelty();
    private final Novelty ofRestlessness = new Novelty();
    private final Stillness stillness = new Stillness();
    private final DayProfile profile = new DayProfile();
    private long seen;
    private double previous;
    private double stopped;
    private double shortLevel;
    private double longLevel;
    private double restlessness;
    private double usualRestlessness;

    @Override
    public double surprise(double value, long atNanos, int metrics) {
        if (seen++ == 0) {
            previous = value;
            shortLevel = value;
            longLevel = value;
        }
        shortLevel += (value - shortLevel) / SHORT;
        longLevel += (value - longLevel) / LONG;
        double surprise =
                Math.max(ofValue.next(value, metrics), ofTime.next(profile.deviation(value, atNanos), metrics));
        surprise = Math.max(surprise, ofShortLevel.next(shortLevel, metrics));
        surprise = Math.max(surprise, ofLongLevel.next(longLevel, metrics));
        double step = Math.abs(value - previous);
        previous = value;
        stopped = seen > 1 ? stillness.next(step, usualRestlessness) : 0;
        double decades = restlessness(step);
        return seen <= SETTLED ? surprise : Math.max(surprise, ofRestlessness.next(decades, metrics));
    }

    @Override
    public double stillness() {
        return stopped;
    }

    @Override
    public void startRun() {
        profile.clear();
    }

    /** The decades of the mean step of some 20 values, in usual steps. */
    private double restlessness(double step) {
        double steps = Math.max(1, seen - 1.0);
        restlessness += (step - restlessness) / Math.min(steps, SHORT);
        usualRestlessness += (step - usualRestlessness) / Math.min(steps, USUAL_RESTLESSNESS);
        return usualRestlessness > 0 ? Decades.of(restlessness / usualRestlessness + STILL) : 0;
    }
}
