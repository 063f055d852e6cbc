package io.echotrace.output;

/**
 * One caption of a recording, which may still go on. Instants are in nanoseconds since the recording began. Not
 * thread-safe.
 */
public final class Caption {
    private final long startNanos;
    private long endNanos;
    private String text;

    /** @param text one line */
    public Caption(long startNanos, long endNanos, String text) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.text = text;
    }

    /** Goes on up to an instant. */
    public void until(long nanos) {
        endNanos = nanos;
    }

    /** Says something else. */
    public void say(String newText) {
        text = newText;
    }

    long startNanos() {
        return startNanos;
    }

    long endNanos() {
        return endNanos;
    }

    String text() {
        return text;
    }
}
