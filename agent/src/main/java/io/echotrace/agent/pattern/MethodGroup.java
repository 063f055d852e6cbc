package io.echotrace.agent.pattern;

/** Methods that are counted together: those of a preset, or of one pattern. Immutable. */
public final class MethodGroup {
    private final int index;
    private final String name;
    private final boolean outermostOnly;

    MethodGroup(int index, String name, boolean outermostOnly) {
        this.index = index;
        this.name = name;
        this.outermostOnly = outermostOnly;
    }

    /** Its place in {@link MethodPatterns#groups}. */
    public int index() {
        return index;
    }

    /** The text of the pattern: {@code @http}, {@code com.acme.Shop#checkout}. */
    public String name() {
        return name;
    }

    /** Whether a call counts only if the thread is not within another call of the group. */
    public boolean outermostOnly() {
        return outermostOnly;
    }

    @Override
    public String toString() {
        return name;
    }
}
