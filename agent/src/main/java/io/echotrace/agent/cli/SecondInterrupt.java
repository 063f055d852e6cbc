package io.echotrace.agent.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * While the JVM ends it does not hear Ctrl-C, and what is done at its end may hang, on a disk or a terminal that takes
 * nothing more. After a call of {@link #endsAtOnce} the next Ctrl-C is the end.
 */
final class SecondInterrupt {
    private static final int EXIT_CODE = 130; // as shells say: 128 and the number of SIGINT

    private SecondInterrupt() {}

    /** By reflection, since the JDK has the class of signals but promises it to nobody; without it all is as before. */
    static void endsAtOnce() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler halting = (proxy, method, arguments) -> {
                Runtime.getRuntime().halt(EXIT_CODE);
                return null;
            };
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object halt = Proxy.newProxyInstance(null, new Class<?>[] {handler}, halting);
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, halt);
        } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError unsupported) {
            // the first Ctrl-C goes on
        }
    }
}
