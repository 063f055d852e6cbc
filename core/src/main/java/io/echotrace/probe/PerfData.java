package io.echotrace.probe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directory of HotSpot's performance data buffer, which the JVM updates in place (the file that {@code jstat} reads).
 * The layout is that of version 2.0: a header of 32 bytes, then entries, each with its name and its value.
 *
 * <p>Needs access to {@code jdk.internal.perf} on 9 and later, granted from outside; nothing is forced here.
 */
final class PerfData {
    private static final int MAGIC = 0xcafec0c0;
    private static final int HEADER_BYTES = 32;
    private static final String[] CLASSES = {"jdk.internal.perf.Perf", "sun.misc.Perf"};

    private final ByteBuffer buffer;
    private final Map<String, Integer> offsets = new HashMap<>();

    /** @throws UnavailableException if the buffer is not one that is known */
    PerfData(ByteBuffer buffer) {
        this.buffer = buffer;
        if (buffer.capacity() < HEADER_BYTES) {
            throw new UnavailableException("the JVM was started with -XX:-UsePerfData");
        }
        if (buffer.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC || buffer.get(5) != 2) {
            throw new UnavailableException("this JVM's performance counters have an unknown layout");
        }
        buffer.order(buffer.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        index();
    }

    /** @throws UnavailableException if this JVM has no such buffer, or does not let us read it */
    static PerfData open() {
        for (String name : CLASSES) {
            Class<?> type = find(name);
            if (type != null) {
                return new PerfData(attach(type));
            }
        }
        throw new UnavailableException("this JVM has no performance counters");
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** Where the value of an entry starts. */
    int offset(String name) {
        Integer offset = offsets.get(name);
        if (offset == null) {
            throw new UnavailableException("this JVM has no counter " + name);
        }
        return offset;
    }

    boolean has(String name) {
        return offsets.containsKey(name);
    }

    /** A text of the buffer, up to its terminating zero. */
    String text(String name) {
        return ascii(content(), offset(name));
    }

    private void index() {
        byte[] content = content();
        int entry = buffer.getInt(24);
        int entries = buffer.getInt(28);
        for (int i = 0; i < entries; i++) {
            String name = ascii(content, entry + buffer.getInt(entry + 4));
            offsets.put(name, entry + buffer.getInt(entry + 16));
            entry += buffer.getInt(entry);
        }
    }

    /** In one piece: byte by byte out of the buffer costs a new JVM, which still interprets, some 10 ms. */
    private byte[] content() {
        byte[] content = new byte[buffer.capacity()];
        buffer.duplicate().get(content);
        return content;
    }

    private static String ascii(byte[] content, int start) {
        int end = start;
        while (content[end] != 0) {
            end++;
        }
        return new String(content, start, end - start, StandardCharsets.US_ASCII);
    }

    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static ByteBuffer attach(Class<?> type) {
        try {
            Object perf = type.getMethod("getPerf").invoke(null);
            for (Method method : type.getMethods()) {
                if (method.getName().equals("attach") && method.getParameterTypes()[0] == int.class) {
                    // Process 0 is this one; the second parameter, where there is one, is the mode.
                    Object[] arguments = method.getParameterCount() == 1 ? new Object[] {0} : new Object[] {0, "r"};
                    return (ByteBuffer) method.invoke(perf, arguments);
                }
            }
            throw new UnavailableException("this JVM's performance counters cannot be attached");
        } catch (IllegalAccessException e) {
            throw new UnavailableException("no access to " + type.getName() + " (add --add-exports java.base/"
                    + "jdk.internal.perf=ALL-UNNAMED)");
        } catch (InvocationTargetException | NoSuchMethodException e) {
            throw new UnavailableException("this JVM's performance counters cannot be attached");
        }
    }
}
