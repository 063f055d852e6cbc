package io.echotrace.anomaly;

/** One metric in a {@link Scorer}: gathers its values of a second, and has them judged. */
final class MetricNovelty {
    private static final double HIGHEST_WHILE_LEARNING = 0.29;

    private final Detector detector = new NoveltyDetector();
    private final Rest rest = new Rest();
    private long rows;
    private double sum;
    private int count;
    private double evidence;
    private boolean resting;
    private double score;

    void add(double value) {
        if (!Double.isNaN(value)) {
            sum += value;
            count++;
            rows++;
        }
    }

    /** Judges the values since the last time, as one of so many metrics; evidence of none is 0. */
    void judge(long atNanos, int metrics) {
        evidence = count == 0 ? 0 : detector.surprise(sum / count, atNanos, metrics);
        resting = count != 0 && rest.holds(evidence);
        sum = 0;
        count = 0;
    }

    /** Evidence that counts: none during a rest. */
    double evidence() {
        return resting ? 0 : evidence;
    }

    /** Takes the L of the evidence, and says whether it is an alarm. */
    boolean score(double level) {
        double unlimited = Math.min(1, Scores.scoreOf(level));
        score = isLearning() ? Math.min(HIGHEST_WHILE_LEARNING, unlimited) : unlimited;
        if (score < Scores.ANOMALY) {
            return false;
        }
        rest.begin(evidence);
        return true;
    }

    double score() {
        return score;
    }

    boolean isPresent() {
        return rows > 0;
    }

    boolean isLearning() {
        return rows < Scorer.LEARNING_ROWS;
    }

    void startRun() {
        detector.startRun();
        score = 0;
    }
}
