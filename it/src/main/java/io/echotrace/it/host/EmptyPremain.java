package io.echotrace.it.host;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what any agent costs. */
public final class EmptyPremain {
    private EmptyPremain() {}

    public static void premain(String options, Instrumentation instrumentation) {}
}
