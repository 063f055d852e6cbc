package io.echotrace.probe;

import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All bytes allocated since the JVM started: {@code ThreadMXBean.getTotalThreadAllocatedBytes} of JDK 21 and later. */
final class AllocatedTotal implements LongSupplier {
    private final ThreadMXBean threads;
    private final Method getter;

    private AllocatedTotal(ThreadMXBean threads, Method getter) {
        this.threads = threads;
        this.getter = getter;
    }

    /** Null where the JVM does not count it. By name, because the method is newer than the Java level of this code. */
    static @Nullable AllocatedTotal ofThisJvm(ThreadMXBean threads) {
        try {
            Class<?> type = Class.forName("com.sun.management.ThreadMXBean");
            AllocatedTotal total = new AllocatedTotal(threads, type.getMethod("getTotalThreadAllocatedBytes"));
            return total.getAsLong() < 0 ? null : total;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public long getAsLong() {
        try {
            return (Long) getter.invoke(threads);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
