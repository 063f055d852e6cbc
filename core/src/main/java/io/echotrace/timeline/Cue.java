package io.echotrace.timeline;

/** A single event for a voice, at an instant. Immutable. */
public final class Cue {
    /** What can be cued. */
    public enum Kind {
        /** A stroke on the wood block: one garbage collection. */
        WOOD_BLOCK,
        /** Everything is silent for the cue's length; before it the bed falls in pitch over the cue's bend. */
        HOLE,
        /** The low thud after a hole; it grows with the cue's length, which is that of the hole. */
        THUD
    }

    private final Kind kind;
    private final long atNanos;
    private final long lengthNanos;
    private final double levelDb;
    private final long bendNanos;

    /**
     * @param atNanos since the run started
     * @param levelDb relative to the bed
     */
    public Cue(Kind kind, long atNanos, long lengthNanos, double levelDb) {
        this(kind, atNanos, lengthNanos, levelDb, 0);
    }

    private Cue(Kind kind, long atNanos, long lengthNanos, double levelDb, long bendNanos) {
        this.kind = kind;
        this.atNanos = atNanos;
        this.lengthNanos = lengthNanos;
        this.levelDb = levelDb;
        this.bendNanos = bendNanos;
    }

    /**
     * A hole.
     *
     * @param atNanos where the silence begins, since the run started
     * @param bendNanos how long before that the bed begins to fall; 0: it does not
     */
    public static Cue hole(long atNanos, long lengthNanos, long bendNanos) {
        return new Cue(Kind.HOLE, atNanos, lengthNanos, 0, bendNanos);
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

    /** Where it is over. */
    public long endNanos() {
        return atNanos + lengthNanos;
    }

    /** How long the bed falls in pitch before a {@link Kind#HOLE}; else 0. */
    public long bendNanos() {
        return bendNanos;
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
