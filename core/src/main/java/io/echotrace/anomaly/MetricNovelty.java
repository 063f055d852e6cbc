package io.echotrace.anomaly;

/** One metric in a {@link Scorer}: gathers its values of a second, has them judged, and learns how much evidence is usual. */
final class MetricNovelty {
    private static final double HIGHEST_WHILE_LEARNING = 0.29;

    private final Detector detector = new NoveltyDetector();
    private final Calibration calibration = new Calibration();
    private final Rest rest = new Rest();
    private long rows;
    private long judged;
    private double sum;
    private int count;
    private double record;
    private double evidence;
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
        if (count == 0) {
            record = 0;
            evidence = 0;
            return;
        }
        judged++;
        record = detector.surprise(sum / count, atNanos, metrics);
        evidence = Math.max(record, detector.stillness());
        if (rest.holds(evidence)) {
            record = 0;
            evidence = 0;
        }
        sum = 0;
        count = 0;
    }

    /** Evidence of something greater than before, and not of stillness. */
    double record() {
        return record;
    }

    /** L of this metric among so many, as far as experience reaches; then learns from it. */
    double level(int metrics) {
        double level = calibration.level(evidence) - Decades.of(metrics);
        calibration.learn(evidence);
        return level;
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
        return rows < Scorer.LEARNING_ROWS || judged < Novelty.FIRST_JUDGED;
    }

    void startRun() {
        detector.startRun();
        score = 0;
    }
}
