package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.pattern.MethodGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The slots of the recorder that a run counts in, one for each group. Thread-safe once they are open. */
final class Slots {
    private final Recorder recorder;
    private final TimedMethods methods;
    private final Notices notices;
    private final List<SlotSource> sources = new ArrayList<>();
    private boolean closed;

    private Slots(Recorder recorder, TimedMethods methods, Notices notices) {
        this.recorder = recorder;
        this.methods = methods;
        this.notices = notices;
    }

    /** Opens all of them, or none. */
    static Slots open(List<MethodGroup> groups, Recorder recorder, TimedMethods methods, Notices notices)
            throws ReflectiveOperationException {
        Slots slots = new Slots(recorder, methods, notices);
        try {
            for (MethodGroup group : groups) {
                slots.sources.add(new SlotSource(group, recorder, () -> methods.summary(group).methods > 0));
            }
            return slots;
        } catch (Throwable failure) {
            slots.close();
            throw failure;
        }
    }

    TimedMethods methods() {
        return methods;
    }

    Recorder recorder() {
        return recorder;
    }

    List<SlotSource> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** What is woven for each group. */
    List<GroupAdvice> advice() throws IOException {
        List<GroupAdvice> advice = new ArrayList<>();
        for (SlotSource source : sources) {
            advice.add(new GroupAdvice(source.group(), source.slot(), recorder.className(), methods));
        }
        return advice;
    }

    /** From now on nothing counts in them, and others may have them. Nothing more happens when they are closed again. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            sources.forEach(this::close);
        }
    }

    private void close(SlotSource source) {
        try {
            recorder.close(source.slot());
        } catch (ReflectiveOperationException | RuntimeException failure) {
            notices.debug(failure);
        }
    }
}
