package io.echotrace.judge;

/** Where in the pulse's range a rate stands: 0 is the bottom, 1 the top. */
final class Pulse {
    static final double MOST_BYTES = 100e6;
    static final double MOST_CALLS = 5000;

    private static final double BYTES_KNEE = 10e3;

    private Pulse() {}

    /** Bytes a second. */
    static double bytes(double share) {
        return BYTES_KNEE * (Math.pow(1 + MOST_BYTES / BYTES_KNEE, share) - 1);
    }

    /** Calls a second. */
    static double calls(double share) {
        return Math.pow(1 + MOST_CALLS, share) - 1;
    }
}
