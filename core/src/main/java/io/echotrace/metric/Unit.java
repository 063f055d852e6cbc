package io.echotrace.metric;

/** What one step of a {@link Metric}'s value means. */
public enum Unit {
    /** A share of a whole, 0…1. */
    FRACTION("1"),
    COUNT("1"),
    BYTES("B"),
    BYTES_PER_SECOND("B/s"),
    PER_SECOND("/s"),
    SECONDS("s"),
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
