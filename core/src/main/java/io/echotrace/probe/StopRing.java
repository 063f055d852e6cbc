package io.echotrace.probe;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Stops and stalls on their way from the ticker to the probe thread: one writer, one reader, no locks, nothing allocated
 * by the writer. When the reader is {@value #SLOTS} entries behind, new ones are dropped.
 */
final class StopRing {
    /** The longest cause that the JVM can name, without its terminating zero. */
    static final int CAUSE_BYTES = 80;

    private static final int SLOTS = 256;

    private final Stop[] slots = new Stop[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    StopRing() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Stop();
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The entry to fill before {@link #push}; null when the ring is full. Writer only. */
    @Nullable Stop next() {
        long at = written.get();
        return at - read.get() < SLOTS ? slots[(int) (at % SLOTS)] : null;
    }

    void push() {
        written.lazySet(written.get() + 1);
    }

    /** The oldest entry, valid until {@link #pop}; null when there is none. Reader only. */
    @Nullable Stop peek() {
        long at = read.get();
        return at < written.get() ? slots[(int) (at % SLOTS)] : null;
    }

    void pop() {
        read.lazySet(read.get() + 1);
    }

    /** One entry. */
    static final class Stop {
        long startNanos;
        long lengthNanos;
        long syncNanos;
        /** The safepoints in it: after the first number, up to and with the last. Equal for a stall. */
        long afterSafepoint;

        long lastSafepoint;
        boolean isCollection;
        final byte[] cause = new byte[CAUSE_BYTES];
        int causeLength;

        boolean isStall() {
            return afterSafepoint == lastSafepoint;
        }

        String causeText() {
            return new String(cause, 0, causeLength, StandardCharsets.US_ASCII);
        }
    }
}
