package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
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
    private final TimedGroups groups;
    private final TimedMethods methods = new TimedMethods();
    private final Recorder recorder;
    private final int[] slots;
    private final List<SlotSource> sources = new ArrayList<>();
    private final WeavingTransformer transformer;
    private final Retransformation weaving;

    private MethodTiming(Instrumentation instrumentation, TimedGroups groups, Notices notices)
            throws IOException, ReflectiveOperationException {
        this.instrumentation = instrumentation;
        this.groups = groups;
        this.notices = notices;
        recorder = RecorderInjection.inject(instrumentation);
        slots = openSlots();
        ClassWeaver weaver = new ClassWeaver(recorder.className(), slots, outermost());
        transformer = new WeavingTransformer(groups, methods, weaver, notices);
        weaving = new Retransformation(instrumentation, notices);
    }

    /**
     * Times the methods from now on, those of classes that are yet to be loaded at once; if many are loaded already, it
     * takes until later.
     *
     * @throws ReflectiveOperationException if this JVM does not let us
     */
    static MethodTiming start(Instrumentation instrumentation, TimedGroups groups, Notices notices)
            throws IOException, ReflectiveOperationException {
        MethodTiming timing = new MethodTiming(instrumentation, groups, notices);
        timing.install();
        return timing;
    }

    public static MethodTiming start(Instrumentation instrumentation, String text, Notices notices)
            throws IOException, ReflectiveOperationException {
        return start(instrumentation, new NamedMethods(text), notices);
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
            next.removeIf(type -> transformer.woven().contains(type.getName()));
        }
    }

    private List<Class<?>> wovenClasses() {
        List<Class<?>> found = weaving.candidates(transformer);
        found.removeIf(type -> !transformer.woven().contains(type.getName()));
        return found;
    }

    private int[] openSlots() throws ReflectiveOperationException {
        int[] opened = new int[groups.count()];
        for (int group = 0; group < opened.length; group++) {
            opened[group] = recorder.open(groups.countsOutermostOnly(group));
            sources.add(new SlotSource(groups.name(group), recorder.cells(opened[group])));
        }
        return opened;
    }

    private boolean[] outermost() {
        boolean[] outermost = new boolean[groups.count()];
        for (int group = 0; group < outermost.length; group++) {
            outermost[group] = groups.countsOutermostOnly(group);
        }
        return outermost;
    }
}
