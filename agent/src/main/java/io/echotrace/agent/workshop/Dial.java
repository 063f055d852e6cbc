package io.echotrace.agent.workshop;

import java.util.Locale;

/** How bad a fault can be made: the range of a physical quantity, and how to draw from it. Immutable. */
final class Dial {
    private final double low;
    private final double high;
    private final boolean isLog;
    private final String unit;

    private Dial(double low, double high, boolean isLog, String unit) {
        this.low = low;
        this.high = high;
        this.isLog = isLog;
        this.unit = unit;
    }

    /** A dial whose positions are drawn evenly. */
    static Dial linear(double low, double high, String unit) {
        return new Dial(low, high, false, unit);
    }

    /** A dial whose positions are drawn so that each doubling is as probable as the next. */
    static Dial log(double low, double high, String unit) {
        return new Dial(low, high, true, unit);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** {@code linear} or {@code log}. */
    String scale() {
        return isLog ? "log" : "linear";
    }

    String unit() {
        return unit;
    }

    /** Where the dial stands if nobody turned it. */
    double middle() {
        return isLog ? Math.sqrt(low * high) : (low + high) / 2;
    }

    /**
     * Reads a position.
     *
     * @throws IllegalArgumentException if it is no number or out of range, with a message of one line
     */
    double position(String text) {
        try {
            double position = Double.parseDouble(text);
            if (position >= low && position <= high) {
                return position;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "dial is a number from %s to %s (%s), not '%s'", low, high, unit, text));
    }
}
