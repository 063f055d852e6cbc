package io.echotrace.mapping;

/** One sound of the legend: when it is played, and what it is. Immutable. */
public final class LegendPart {
    private final long startNanos;
    private final long endNanos;
    private final String caption;

    LegendPart(long startNanos, long endNanos, String caption) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.caption = caption;
    }

    /** Since the legend began. */
    public long startNanos() {
        return startNanos;
    }

    /** Since the legend began. */
    public long endNanos() {
        return endNanos;
    }

    /** What is heard, and what it means. */
    public String caption() {
        return caption;
    }
}
