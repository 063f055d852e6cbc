package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.output.DaemonThread;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has classes woven that are loaded already, many of them on a thread of its own. Thread-safe. */
final class Weaving {
    /** As many as are changed at once and before anything else: at the host's start there are hardly any. */
    private static final int FEW = 2 * Retransformation.BATCH;

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final Instrumentation instrumentation;
    private final WeavingTransformer transformer;
    private final TimedMethods methods;
    private final Retransformation first;
    private final Retransformation again;
    private @Nullable DaemonThread weaver;

    Weaving(Instrumentation instrumentation, WeavingTransformer transformer, TimedMethods methods, Notices notices) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        this.methods = methods;
        first = new Retransformation(instrumentation, notices);
        again = new Retransformation(instrumentation, notices);
    }

    /** Has those woven that the transformer came too late for; if they are many, or hard to find, by and by. */
    void weaveLoaded() {
        LoadedClasses loaded = new LoadedClasses(
                instrumentation, type -> !transformer.hasWoven(type) && transformer.isCandidate(type));
        if (transformer.readsLoadedClasses()) {
            onThread(() -> weave(loaded, loaded.next()));
            return;
        }
        List<Class<?>> found = loaded.next();
        if (found.size() <= FEW) {
            weave(loaded, found);
        } else {
            onThread(() -> weave(loaded, found));
        }
    }

    /** Has those woven that were loaded while their thread wove another one, by and by. */
    void weaveMissed() {
        Set<String> missed = transformer.takeMissed();
        if (!missed.isEmpty()) {
            onThread(() -> weave(named(missed, false), Retransformation.PAUSE_NANOS));
        }
    }

    /** Has classes woven once more, without the methods that have been excluded meanwhile. Returns when that is done. */
    void weaveAgain(Set<String> names) {
        again.run(named(names, true), Retransformation.PAUSE_NANOS, System.nanoTime() + LONG_NANOS);
    }

    /** Whether the class is to be given back. */
    boolean isWoven(Class<?> type) {
        return transformer.hasWoven(type) && !first.hasRefused(type);
    }

    /** Begins nothing any longer, and waits for what is under way. */
    void stop(long deadline) {
        first.cancel();
        again.cancel();
        DaemonThread last = last();
        if (last != null) {
            last.await(deadline - System.nanoTime(), System::nanoTime);
        }
    }

    /** A class that was being loaded when the transformer came is only found once it is there: hence the further looks. */
    private void weave(LoadedClasses loaded, List<Class<?>> found) {
        long pause = found.size() <= FEW ? 0 : Retransformation.PAUSE_NANOS;
        for (List<Class<?>> next = found; !next.isEmpty() && !first.isCancelled(); next = loaded.next()) {
            weave(next, pause);
        }
    }

    private void weave(List<Class<?>> classes, long pauseNanos) {
        first.run(classes, pauseNanos, System.nanoTime() + LONG_NANOS);
        Set<String> refused = new HashSet<>();
        for (Class<?> type : classes) {
            if (first.hasRefused(type)) {
                refused.add(type.getName());
            }
        }
        methods.withdraw(refused);
    }

    private List<Class<?>> named(Set<String> names, boolean woven) {
        return new LoadedClasses(
                        instrumentation, type -> names.contains(type.getName()) && transformer.hasWoven(type) == woven)
                .next();
    }

    /** Not while another of these threads is at it. */
    private synchronized void onThread(Runnable work) {
        DaemonThread thread = new DaemonThread("weaver", () -> {
            synchronized (first) {
                work.run();
            }
        });
        thread.start();
        weaver = thread;
    }

    private synchronized @Nullable DaemonThread last() {
        return weaver;
    }
}
