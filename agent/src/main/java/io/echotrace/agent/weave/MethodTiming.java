package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.pattern.MethodPatterns;
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
    private static final long UNDO_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Instrumentation instrumentation;
    private final Notices notices;
    private final WeavingNotices weavingNotices;
    private final TimedMethods methods;
    private final Slots slots;
    private final WeavingTransformer transformer;
    private final Weaving weaving;
    private final HotMethods hot;

    private MethodTiming(
            Instrumentation instrumentation,
            MethodPatterns patterns,
            Slots slots,
            @Nullable Integer mostPerSecond,
            Notices notices)
            throws IOException {
        this.instrumentation = instrumentation;
        this.notices = notices;
        this.slots = slots;
        methods = slots.methods();
        weavingNotices = new WeavingNotices(notices);
        WarmUp.run(slots.recorder().className(), notices);
        transformer = new WeavingTransformer(patterns, new ClassWeaver(slots.advice()), weavingNotices);
        weaving = new Weaving(instrumentation, transformer, methods, notices);
        hot = new HotMethods(mostPerSecond, slots.recorder(), methods, this::weaveAgain, notices);
    }

    /**
     * Times the methods from now on, those of classes that are yet to be loaded at once; if many are loaded already, it
     * takes until later.
     *
     * @param mostPerSecond calls a second beyond which a method is not timed any longer; null for no limit
     * @throws ReflectiveOperationException if this JVM does not let us; then all is as before, as after any failure
     */
    public static MethodTiming start(
            Instrumentation instrumentation, MethodPatterns patterns, @Nullable Integer mostPerSecond, Notices notices)
            throws IOException, ReflectiveOperationException {
        return start(instrumentation, patterns, RecorderInjection.inject(instrumentation), mostPerSecond, notices);
    }

    static MethodTiming start(
            Instrumentation instrumentation,
            MethodPatterns patterns,
            Recorder recorder,
            @Nullable Integer mostPerSecond,
            Notices notices)
            throws IOException, ReflectiveOperationException {
        Slots slots = Slots.open(patterns.groups(), recorder, new TimedMethods(), notices);
        try {
            MethodTiming timing = new MethodTiming(instrumentation, patterns, slots, mostPerSecond, notices);
            timing.install();
            return timing;
        } catch (Throwable failure) {
            slots.close();
            throw failure;
        }
    }

    /** The calls of each group. */
    public List<CallSource> sources() {
        return Collections.unmodifiableList(slots.sources());
    }

    /**
     * What has become of each pattern. To be asked once a second, by one thread: it looks after hot methods then, and tells
     * what weaving has to tell.
     */
    public List<GroupState> look() {
        weavingNotices.tell();
        weaving.weaveMissed();
        List<GroupState> states = new ArrayList<>();
        long calls = 0;
        for (SlotSource source : slots.sources()) {
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
        weaving.stop(deadline);
        hot.stop(deadline);
        transformer.close();
        instrumentation.removeTransformer(transformer);
        GivingBack givingBack = new GivingBack(instrumentation, weaving::isWoven, notices);
        int left = givingBack.run(deadline);
        if (left > 0) {
            givingBack.goOn();
        }
        slots.close();
        weavingNotices.tell();
        return left == 0 ? "" : "; giving back the code of " + left + " classes takes a little longer";
    }

    private void install() {
        try {
            instrumentation.addTransformer(transformer, true);
            weaving.weaveLoaded();
        } catch (Throwable failure) {
            remove(System.nanoTime() + UNDO_NANOS);
            throw failure;
        }
    }

    private void weaveAgain(List<String> names) {
        Set<String> classes = new HashSet<>();
        names.forEach(name -> classes.add(name.substring(0, name.indexOf('#'))));
        weaving.weaveAgain(classes);
    }
}
