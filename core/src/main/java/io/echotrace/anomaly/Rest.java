package io.echotrace.anomaly;

/** The rest of a metric after an alarm: what is not greater is no news for a while. */
final class Rest {
    private static final int SECONDS = 200;

    private int left;
    private double greatest;

    /** Whether so much evidence is to be left out; call once a second. */
    boolean holds(double evidence) {
        if (left == 0) {
            return false;
        }
        left--;
        return evidence <= greatest;
    }

    /** An alarm was given. */
    void begin(double evidence) {
        left = SECONDS;
        greatest = evidence;
    }
}
