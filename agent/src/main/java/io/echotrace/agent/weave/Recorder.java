package io.echotrace.agent.weave;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** The recorder that woven code calls, as the agent sees it, whose loader is another: by reflection. Thread-safe. */
final class Recorder {
    private final Class<?> type;
    private final Method open;
    private final Method cells;
    private final Method close;
    private final Method hunt;

    /** @throws ReflectiveOperationException if it is the recorder of an EchoTrace that counts otherwise */
    Recorder(Class<?> type) throws ReflectiveOperationException {
        this.type = type;
        if (type.getField("FORMAT").getInt(null) != CallRecorder.FORMAT) {
            throw new ReflectiveOperationException(
                    "another version of EchoTrace has timed methods in this JVM before; this one can after a restart");
        }
        open = type.getMethod("open", boolean.class);
        cells = type.getMethod("cells", int.class);
        close = type.getMethod("close", int.class);
        hunt = type.getMethod("hunt", int[].class);
    }

    /** The name by which woven code calls it. */
    String className() {
        return type.getName();
    }

    int open(boolean outermost) throws ReflectiveOperationException {
        return (int) open.invoke(null, outermost);
    }

    AtomicIntegerArray cells(int slot) throws ReflectiveOperationException {
        return (AtomicIntegerArray) cells.invoke(null, slot);
    }

    /** By slot, how many calls have begun whose end could not be told. */
    int[] lost() throws ReflectiveOperationException {
        return (int[]) type.getField("LOST").get(null);
    }

    void close(int slot) throws ReflectiveOperationException {
        close.invoke(null, slot);
    }

    /** Counts calls by method, too, until it is given null. */
    void hunt(int @Nullable [] counts) throws ReflectiveOperationException {
        hunt.invoke(null, (Object) counts);
    }
}
