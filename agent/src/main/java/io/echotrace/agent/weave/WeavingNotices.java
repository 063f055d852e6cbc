package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What weaving has to tell, one line for each kind of trouble, however many classes have it. Kept until a thread of ours
 * tells it: classes are woven by threads that hold the host's locks, and standard error may be the host's code. Thread-safe.
 */
final class WeavingNotices {
    private final Notices notices;
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    WeavingNotices(Notices notices) {
        this.notices = notices;
    }

    /** Has the line told, unless there has been one of its kind. */
    void add(String kind, String line, @Nullable Throwable cause) {
        if (kinds.add(kind)) {
            lines.add(new Line(line, cause));
        }
    }

    /** Tells what there is to tell. */
    void tell() {
        for (Line line = lines.poll(); line != null; line = lines.poll()) {
            notices.warn(line.text);
            if (line.cause != null) {
                notices.debug(line.cause);
            }
        }
    }

    private static final class Line {
        private final String text;
        private final @Nullable Throwable cause;

        Line(String text, @Nullable Throwable cause) {
            this.text = text;
            this.cause = cause;
        }
    }
}
