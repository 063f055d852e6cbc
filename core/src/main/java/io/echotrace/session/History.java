package io.echotrace.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last moments of a session. Written by the probe thread, read by any: thread-safe. */
final class History {
    /** As many as the original program kept: ten seconds at the usual interval, about 100 KB. */
    static final int MOMENTS = 100;

    private final Deque<Moment> moments = new ArrayDeque<>(MOMENTS);

    synchronized void add(Moment moment) {
        if (moments.size() == MOMENTS) {
            moments.removeFirst();
        }
        moments.addLast(moment);
    }

    /** A copy, the oldest first. */
    synchronized List<Moment> list() {
        return new ArrayList<>(moments);
    }
}
