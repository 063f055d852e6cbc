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
        THUD,
        /** A number of sparks, spread over the cue's length: errors. */
        SPARKS,
        /** Four strokes of two locked bells: threads that wait for each other. */
        BELLS,
        /** Two soft tones, the second higher: what was wrong is over. */
        RECOVERY,
        /** Three soft tones while the bed is hidden: all is well. */
        ALL_WELL
    }

    private final Kind kind;
    private final long atNanos;
    private final long lengthNanos;
    private final double levelDb;
    private final long bendNanos;
    private final int count;
    private final boolean low;

    /**
     * @param atNanos since the run started
     * @param levelDb relative to the bed
     */
    public Cue(Kind kind, long atNanos, long lengthNanos, double levelDb) {
        this(kind, atNanos, lengthNanos, levelDb, 0, 1, false);
    }

    private Cue(Kind kind, long atNanos, long lengthNanos, double levelDb, long bendNanos, int count, boolean low) {
        this.kind = kind;
        this.atNanos = atNanos;
        this.lengthNanos = lengthNanos;
        this.levelDb = levelDb;
        this.bendNanos = bendNanos;
        this.count = count;
        this.low = low;
    }

    /**
     * A hole.
     *
     * @param atNanos where the silence begins, since the run started
     * @param bendNanos how long before that the bed begins to fall; 0: it does not
     */
    public static Cue hole(long atNanos, long lengthNanos, long bendNanos) {
        return new Cue(Kind.HOLE, atNanos, lengthNanos, 0, bendNanos, 1, false);
    }

    /**
     * Sparks.
     *
     * @param atNanos where the first of them may be, since the run started
     * @param lengthNanos over which they are spread
     * @param levelDb of each, relative to the bed
     */
    public static Cue sparks(long atNanos, long lengthNanos, int count, double levelDb) {
        return new Cue(Kind.SPARKS, atNanos, lengthNanos, levelDb, 0, count, false);
    }

    /** Sparks of health, the same but for what they have above 4 kHz, which is kept for faults. */
    public static Cue ticks(long atNanos, long lengthNanos, int count, double levelDb) {
        return new Cue(Kind.SPARKS, atNanos, lengthNanos, levelDb, 0, count, true);
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

    /** Up to where something of it is struck: the end of what is spread over its length, and the start of all else. */
    public long lastStrokeNanos() {
        return kind == Kind.SPARKS ? endNanos() : atNanos;
    }

    /** How many {@link Kind#SPARKS}; else 1. */
    public int count() {
        return count;
    }

    /** Whether they are {@link Kind#SPARKS} without what they have above 4 kHz. */
    public boolean isLow() {
        return low;
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
