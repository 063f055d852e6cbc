package io.echotrace.session;

import io.echotrace.finding.Finding;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells the program what was measured and found. A listener that throws loses that call and nothing else; the first
 * failure is told as trouble. Thread-safe.
 */
final class Listeners {
    private final SessionBuilder wanted;
    private final AtomicBoolean failed = new AtomicBoolean();

    Listeners(SessionBuilder wanted) {
        this.wanted = wanted;
    }

    /** One of trouble: whoever cannot take a line must not end what works. */
    static <T> Consumer<T> guarded(Consumer<T> listener) {
        return news -> {
            try {
                listener.accept(news);
            } catch (Throwable ignored) {
                // nobody is left who could be told
            }
        };
    }

    void measured(Moment moment) {
        tell(wanted.moments, moment);
        for (Finding change : moment.changes()) {
            tell(wanted.findings, change);
        }
    }

    void status(Status status) {
        tell(wanted.status, status);
    }

    void started(Session session) {
        tell(wanted.started, session);
    }

    void ended(Session session) {
        tell(wanted.ended, session);
    }

    private <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (Throwable e) { // the program's own fault must not end its measurements
            if (failed.compareAndSet(false, true)) {
                wanted.trouble.accept("a listener failed: " + e);
            }
        }
    }
}
