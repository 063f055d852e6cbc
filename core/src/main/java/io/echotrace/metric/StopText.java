package io.echotrace.metric;

/**
 * The text of a {@link Occurrence.Kind#STOP}: its cause, then the time to safepoint, as in {@code G1 Evacuation Pause
 * sync=0.0004}. The first word is {@value #NO_COLLECTION} when no garbage collection caused it.
 */
public final class StopText {
    private static final String NO_COLLECTION = "safepoint";
    private static final String SYNC = " sync=";
    private static final double TENTHS_OF_MILLIS = 1e-4;

    private StopText() {}

    /**
     * Writes the text.
     *
     * @param cause of the collection as the JVM names it; empty when no collection caused the stop
     * @param syncNanos time to safepoint, the first part of the stop; written in tenths of a millisecond
     */
    public static String of(String cause, long syncNanos) {
        StringBuilder text = new StringBuilder(cause.isEmpty() ? NO_COLLECTION : cause).append(SYNC);
        double tenths = StrictMath.rint(syncNanos / 1e9 / TENTHS_OF_MILLIS);
        SixDigits.append(text, SixDigits.round(tenths * TENTHS_OF_MILLIS));
        return text.toString();
    }

    /** Whether a garbage collection caused the stop. */
    public static boolean isCollection(Occurrence stop) {
        return !stop.text().startsWith(NO_COLLECTION);
    }

    /** Time to safepoint in nanoseconds, at most the length of the stop; 0 where the text does not say. */
    public static long syncNanos(Occurrence stop) {
        String text = stop.text();
        int at = text.lastIndexOf(SYNC);
        if (at < 0) {
            return 0;
        }
        try {
            double seconds = Double.parseDouble(text.substring(at + SYNC.length()));
            return Math.max(0, Math.min(StrictMath.round(seconds * 1e9), stop.lengthNanos()));
        } catch (NumberFormatException e) { // a CSV of somebody else's making
            return 0;
        }
    }
}
