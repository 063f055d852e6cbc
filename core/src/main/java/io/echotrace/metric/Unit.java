package io.echotrace.metric;

/** What one step of a {@link Metric}'s value means. */
public enum Unit {
    /** A share of a whole, 0…1. */
    FRACTION("1"),
    /** How many times larger one thing is than another. */
    RATIO("1"),
    /** So many of something. */
    COUNT("1"),
    /** An amount of data. */
    BYTES("B"),
    /** A flow of data. */
    BYTES_PER_SECOND("B/s"),
    /** How often something happens. */
    PER_SECOND("/s"),
    /** A time. */
    SECONDS("s"),
    /** A temperature. */
    CELSIUS("°C"),
    /** A metric of the user's own, or a column of a foreign CSV. */
    UNKNOWN("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The unit as it is printed behind a number; empty when unknown. */
    public String symbol() {
        return symbol;
    }
}
