package io.echotrace.timeline;

/** A single event for a voice, at an instant. Immutable. */
public final class Cue {
    /** What can be cued. */
    public enum Kind {
        /** A stroke on the wood block: one garbage collection. */
        WOOD_BLOCK,
        /** Everything is silent for the cue's length. */
        HOLE,
        /** The low thud after a hole; it grows with the cue's length, which is that of the hole. */
        THUD
    }

    private final Kind kind;
    private final long atNanos;
    private final long lengthNanos;
    private final double levelDb;

    /**
     * @param atNanos since the run started
     * @param levelDb relative to the bed
     */
    public Cue(Kind kind, long atNanos, long lengthNanos, double levelDb) {
        this.kind = kind;
        this.atNanos = atNanos;
        this.lengthNanos = lengthNanos;
        this.levelDb = levelDb;
    }

    public Kind kind() {
        return kind;
    }

    public long atNanos() {
        return atNanos;
    }

    public long lengthNanos() {
        return lengthNanos;
    }

    /** Level relative to the bed. */
    public double levelDb() {
        return levelDb;
    }

    @Override
    public String toString() {
        return kind + "@" + atNanos + "+" + lengthNanos + " " + levelDb + " dB";
    }
}
