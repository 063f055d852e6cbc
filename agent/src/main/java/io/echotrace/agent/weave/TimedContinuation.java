package io.echotrace.agent.weave;

import net.bytebuddy.asm.Advice;

/**
 * As {@link TimedCall}, for methods that go on with a call that has been counted on another thread: it is not counted
 * again, and neither is what it calls of the group.
 */
final class TimedContinuation {
    private TimedContinuation() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@TimedCall.Slot int slot, @Advice.Local("thread") long thread) {
        thread = CallRecorder.threadId();
        return CallRecorder.enterUncounted(slot, thread);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@TimedCall.Slot int slot, @Advice.Enter boolean entered, @Advice.Local("thread") long thread) {
        if (entered) {
            try {
                CallRecorder.exitUncounted(slot, thread);
            } catch (Throwable noStack) {
                CallRecorder.STUCK[((int) thread + slot) & (CallRecorder.STUCK.length - 1)] = thread << 8 | slot;
            }
        }
    }
}
