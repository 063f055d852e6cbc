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
import org.jspecify.annotations.Nullable;

/** The timing of methods in this JVM, from the first method that is woven until all are as they were. Thread-safe. */
public final class MethodTiming {
    /** As many as are changed at once and before anything else: at the host's start there are hardly any. */
    private static final int FEW = 2 * Retransformation.BATCH;

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final Instrumentation instrumentation;
    private final Notices notices;
    private final TimedMethods methods = new TimedMethods();
    private final Recorder recorder;
    private final List<SlotSource> sources = new ArrayList<>();
    private final WeavingTransformer transformer;
    private final Retransformation weaving;
    private final HotMethods hot;
    private @Nullable DaemonThread weaver;

    private MethodTiming(
            Instrumentation instrumentation, MethodPatterns patterns, @Nullable Integer mostPerSecond, Notices notices)
            throws IOException, ReflectiveOperationException {
        this.instrumentation = instrumentation;
        this.notices = notices;
        recorder = RecorderInjection.inject(instrumentation);
        List<GroupAdvice> advice = new ArrayList<>();
        for (MethodGroup group : patterns.groups()) {
            SlotSource source = new SlotSource(
                    group, recorder, () -> !methods.namesOf(group).isEmpty());
            sources.add(source);
            advice.add(new GroupAdvice(group, source.slot(), recorder.className(), methods));
        }
        WarmUp.run(recorder.className());
        transformer = new WeavingTransformer(patterns, new ClassWeaver(advice), notices);
        weaving = new Retransformation(instrumentation, notices);
        hot = new HotMethods(mostPerSecond, recorder, methods, this::weaveAgain, notices);
    }

    /**
     * Times the methods from now on, those of classes that are yet to be loaded at once; if many are loaded already, it
     * takes until later.
     *
     * @param mostPerSecond calls a second beyond which a method is not timed any longer; null for no limit
     * @throws ReflectiveOperationException if this JVM does not let us
     */
    public static MethodTiming start(
            Instrumentation instrumentation, MethodPatterns patterns, @Nullable Integer mostPerSecond, Notices notices)
            throws IOException, ReflectiveOperationException {
        MethodTiming timing = new MethodTiming(instrumentation, patterns, mostPerSecond, notices);
        timing.install();
        return timing;
    }

    /** The calls of each group. */
    public List<CallSource> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** What has become of each pattern. To be asked once a second, by one thread: it looks after hot methods then. */
    public List<GroupState> look() {
        List<GroupState> states = new ArrayList<>();
        long calls = 0;
        for (SlotSource source : sources) {
            GroupState state = new GroupState(source, methods);
            states.add(state);
            calls += state.calls();
        }
        hot.look(calls);
        return states;
    }

    /**
     * Gives all methods back as they were, and the memory of the counts.
     *
     * @param deadline by {@code System.nanoTime()}: what takes longer is done on a thread of its own
     * @return what is still to be done then, as the end of a sentence; else empty
     */
    public String remove(long deadline) {
        weaving.cancel();
        if (weaver != null) {
            weaver.await(deadline - System.nanoTime(), System::nanoTime);
        }
        instrumentation.removeTransformer(transformer);
        List<Class<?>> left = giveBack(wovenClasses(), deadline);
        if (!left.isEmpty()) {
            new DaemonThread("weaver", () -> giveBack(left, System.nanoTime() + LONG_NANOS)).start();
        }
        sources.forEach(this::close);
        return left.isEmpty() ? "" : "; giving back the code of " + left.size() + " classes takes a little longer";
    }

    private void install() {
        instrumentation.addTransformer(transformer, true);
        List<Class<?>> loaded = weaving.candidates(transformer);
        if (loaded.size() <= FEW) {
            weaving.run(loaded, 0, System.nanoTime() + LONG_NANOS);
        } else {
            weaver = new DaemonThread("weaver", () -> weaveLoaded(loaded));
            weaver.start();
        }
    }

    /** A class that was being loaded when the transformer came may have been looked at by neither: hence a second look. */
    private void weaveLoaded(List<Class<?>> first) {
        Set<Class<?>> seen = new HashSet<>();
        List<Class<?>> next = first;
        while (!next.isEmpty() && !weaving.isCancelled()) {
            seen.addAll(next);
            weaving.run(next, Retransformation.PAUSE_NANOS, System.nanoTime() + LONG_NANOS);
            next = weaving.candidates(transformer);
            next.removeIf(type -> seen.contains(type) || transformer.hasWoven(type));
        }
    }

    /** Has the classes of methods woven again, without those that have been excluded meanwhile. */
    private void weaveAgain(List<String> names) {
        Set<String> classes = new HashSet<>();
        names.forEach(name -> classes.add(name.substring(0, name.indexOf('#'))));
        List<Class<?>> loaded = wovenClasses();
        loaded.removeIf(type -> !classes.contains(type.getName()));
        weaving.run(loaded, Retransformation.PAUSE_NANOS, System.nanoTime() + LONG_NANOS);
    }

    /** Those of the classes that are left over. */
    private List<Class<?>> giveBack(List<Class<?>> classes, long deadline) {
        int left = new Retransformation(instrumentation, notices).run(classes, 0, deadline);
        return classes.subList(classes.size() - left, classes.size());
    }

    private List<Class<?>> wovenClasses() {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (transformer.hasWoven(type)) {
                found.add(type);
            }
        }
        return found;
    }

    private void close(SlotSource source) {
        try {
            recorder.close(source.slot());
        } catch (ReflectiveOperationException e) {
            notices.debug(e);
        }
    }
}
