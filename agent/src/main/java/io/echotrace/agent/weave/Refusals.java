package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Classes that the JVM refused to define again, told of in one line for each reason. Keeps none alive. Thread-safe. */
final class Refusals {
    private final Set<Class<?>> classes = Collections.newSetFromMap(new WeakHashMap<>());
    private final Map<String, Reason> reasons = new LinkedHashMap<>();

    synchronized void add(Class<?> type, Throwable failure) {
        classes.add(type);
        reasons.computeIfAbsent(failure.getClass().getName(), name -> new Reason(type.getName(), failure)).count++;
    }

    synchronized boolean contains(Class<?> type) {
        return classes.contains(type);
    }

    /** Tells of those that have come since it was told before. */
    synchronized void tell(Notices notices) {
        for (Reason reason : reasons.values()) {
            notices.warn(reason.sentence());
            notices.debug(reason.failure);
        }
        reasons.clear();
    }

    private static final class Reason {
        private final String first;
        private final Throwable failure;
        private int count;

        Reason(String first, Throwable failure) {
            this.first = first;
            this.failure = failure;
        }

        String sentence() {
            String subject = count == 1
                    ? first + " cannot be changed while it runs, and is left as it is: "
                    : first + " and " + (count - 1)
                            + " more cannot be changed while they run, and are left as they are: ";
            return subject + failure;
        }
    }
}
