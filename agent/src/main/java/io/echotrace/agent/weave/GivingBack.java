package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.output.DaemonThread;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Gives classes their code back, once nothing weaves any longer. For one thread at a time. */
final class GivingBack {
    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final LoadedClasses woven;
    private final Retransformation retransformation;
    private List<Class<?>> left = Collections.emptyList();

    /** @param isWoven whether a class is to be given back */
    GivingBack(Instrumentation instrumentation, Predicate<Class<?>> isWoven, Notices notices) {
        woven = new LoadedClasses(instrumentation, isWoven);
        retransformation = new Retransformation(instrumentation, notices);
    }

    /**
     * Goes on until all is as it was. A class that was being defined when weaving ended is only found once it is there:
     * hence the further looks.
     *
     * @param deadline by {@code System.nanoTime()}
     * @return how many classes are left over, the time being over
     */
    int run(long deadline) {
        List<Class<?>> next = left.isEmpty() ? woven.next() : left;
        while (!next.isEmpty()) {
            int over = retransformation.run(next, 0, deadline);
            left = next.subList(next.size() - over, next.size());
            if (over > 0) {
                return over;
            }
            next = woven.next();
        }
        return 0;
    }

    /** Goes on with what is left over, on a thread of its own. */
    void goOn() {
        new DaemonThread("weaver", () -> run(System.nanoTime() + LONG_NANOS)).start();
    }
}
