package io.echotrace.agent.control;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** One load of the agent into this JVM. Immutable. */
final class Load {
    final @Nullable String text;
    final Instrumentation instrumentation;
    /** When the JVM entered the agent. */
    final long nanoTime;

    Load(@Nullable String text, Instrumentation instrumentation, long nanoTime) {
        this.text = text;
        this.instrumentation = instrumentation;
        this.nanoTime = nanoTime;
    }
}
