package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.pattern.MethodGroup;
import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.output.DaemonThread;
import io.echotrace.probe.CallSource;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The timing of methods in this JVM, from the first method that is woven until all are as they were. Thread-safe. */
public final class MethodTiming {
    /** As many as are changed at once and before anything else: at the host's start there are hardly any. */
    private static final int FEW = 2 * Retransformation.BATCH;

    private final Instrumentation instrumentation;
    private final Notices notices;
    private final TimedMethods methods = new TimedMethods();
    private final Recorder recorder;
    private final List<Integer> slots = new ArrayList<>();
    private final List<SlotSource> sources = new ArrayList<>();
    private final WeavingTransformer transformer;
    private final Retransformation weaving;

    private MethodTiming(Instrumentation instrumentation, MethodPatterns patterns, Notices notices)
            throws IOException, ReflectiveOperationException {
        this.instrumentation = instrumentation;
        this.notices = notices;
        recorder = RecorderInjection.inject(instrumentation);
        List<GroupAdvice> advice = new ArrayList<>();
        for (MethodGroup group : patterns.groups()) {
            int slot = recorder.open(group.outermostOnly());
            slots.add(slot);
            sources.add(new SlotSource(group.name(), recorder.cells(slot)));
            advice.add(new GroupAdvice(group, slot, recorder.className(), methods));
        }
        transformer = new WeavingTransformer(patterns, new ClassWeaver(advice), notices);
        weaving = new Retransformation(instrumentation, notices);
    }

    /**
     * Times the methods from now on, those of classes that are yet to be loaded at once; if many are loaded already, it
     * takes until later.
     *
     * @throws ReflectiveOperationException if this JVM does not let us
     */
    public static MethodTiming start(Instrumentation instrumentation, MethodPatterns patterns, Notices notices)
            throws IOException, ReflectiveOperationException {
        MethodTiming timing = new MethodTiming(instrumentation, patterns, notices);
        timing.install();
        return timing;
    }

    /** The calls of each group. */
    public List<CallSource> sources() {
        return Collections.unmodifiableList(sources);
    }

    /**
     * Gives all methods back as they were, and the memory of the counts.
     *
     * @param deadline by {@code System.nanoTime()}
     * @return what is still to be done, the time being over, as the end of a sentence; else empty
     */
    public String remove(long deadline) {
        weaving.cancel();
        instrumentation.removeTransformer(transformer);
        int left = new Retransformation(instrumentation, notices).run(wovenClasses(), 0, deadline);
        for (int slot : slots) {
            try {
                recorder.close(slot);
            } catch (ReflectiveOperationException e) {
                notices.debug(e);
            }
        }
        return left == 0 ? "" : "; " + left + " classes are still as they were timed";
    }

    private void install() {
        instrumentation.addTransformer(transformer, true);
        List<Class<?>> loaded = weaving.candidates(transformer);
        if (loaded.size() <= FEW) {
            weaving.run(loaded, 0, System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        } else {
            new DaemonThread("weaver", () -> weaveLoaded(loaded)).start();
        }
    }

    /** A class that was being loaded when the transformer came is in neither: hence a second look. */
    private void weaveLoaded(List<Class<?>> first) {
        Set<Class<?>> seen = new HashSet<>();
        List<Class<?>> next = first;
        while (!next.isEmpty()) {
            seen.addAll(next);
            weaving.run(next, Retransformation.PAUSE_NANOS, System.nanoTime() + TimeUnit.DAYS.toNanos(1));
            next = new ArrayList<>(weaving.candidates(transformer));
            next.removeAll(seen);
            next.removeIf(type -> transformer.hasWoven(type));
        }
    }

    private List<Class<?>> wovenClasses() {
        List<Class<?>> found = weaving.candidates(transformer);
        found.removeIf(type -> !transformer.hasWoven(type));
        return found;
    }
}
