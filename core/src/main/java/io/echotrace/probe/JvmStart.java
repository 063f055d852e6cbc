package io.echotrace.probe;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * A JVM's first ten seconds, in which collections and queues before locks are many and mean nothing: all of a program is
 * loaded and initialized at once. Not thread-safe.
 */
final class JvmStart {
    /** How long it is. */
    static final double SECONDS = 10;

    private final LongSupplier uptimeMillis;
    private boolean over;

    /** That of this JVM. */
    JvmStart() {
        this(ManagementFactory.getRuntimeMXBean()::getUptime);
    }

    JvmStart(LongSupplier uptimeMillis) {
        this.uptimeMillis = uptimeMillis;
    }

    /** Whether it is over. Cheap when it is. */
    boolean isOver() {
        over = over || uptimeMillis.getAsLong() >= 1000 * SECONDS;
        return over;
    }
}
