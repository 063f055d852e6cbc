package io.echotrace.it.cost;

import javax.servlet.Servlet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The method that is timed: it does next to nothing, so that the timing is what is measured. It is the entry point of a
 * server, too, as {@code @http} times them; every thread calls one of its own.
 */
@State(Scope.Thread)
public class Subject implements Servlet {
    @SuppressWarnings("UnusedVariable") // to be added to is all that it is for
    private long calls;

    /** Called, not inlined, in all ways of timing alike. */
    @Override
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void service(@Nullable Object request, @Nullable Object response) {
        calls++;
    }
}
