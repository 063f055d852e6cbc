package io.echotrace.probe;

/**
 * One group of timed calls: whoever times them counts, and a session fetches the counts at every snapshot.
 * Given to a session by {@link io.echotrace.session.SessionBuilder#calls}.
 */
public interface CallSource {
    /** The group's name, one word without blanks: it stands in the name of its metrics. The same at every call. */
    String name();

    /**
     * Adds what has been counted since the last call, each call once, and says how many go on now. Called by one thread
     * at a time, nearly always {@code echotrace-probe}, the first and the last time perhaps by whoever starts or ends the
     * session: so it must be quick and must not wait. When it throws, the group has no values at that snapshot, and what
     * it has added is lost.
     */
    void drainTo(CallCounts counts);
}
