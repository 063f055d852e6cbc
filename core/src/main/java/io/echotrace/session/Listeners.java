package io.echotrace.session;

import io.echotrace.finding.Finding;
import java.util.function.Consumer;

/**
 * Tells the program what was measured and found, on the probe thread. A listener that throws loses that call and nothing
 * else; the first failure is told as trouble.
 */
final class Listeners {
    private final Consumer<Moment> moments;
    private final Consumer<Finding> findings;
    private final Consumer<String> trouble;
    private boolean failed;

    Listeners(Consumer<Moment> moments, Consumer<Finding> findings, Consumer<String> trouble) {
        this.moments = moments;
        this.findings = findings;
        this.trouble = trouble;
    }

    void tell(Moment moment) {
        tell(moments, moment);
        for (Finding change : moment.changes()) {
            tell(findings, change);
        }
    }

    private <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (Throwable e) { // the program's own fault must not end its measurements
            if (!failed) {
                failed = true;
                trouble.accept("a listener failed: " + e);
            }
        }
    }
}
