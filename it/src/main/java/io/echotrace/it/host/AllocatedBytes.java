package io.echotrace.it.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** What each of the agent's threads has allocated since it began. Apart from {@link Idle}, which loads it when asked. */
final class AllocatedBytes {
    private AllocatedBytes() {}

    /** Prints a line for each thread, then one with the instant in ns, which makes the answer complete. */
    static void print() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = threads.getAllThreadIds();
        long[] allocated = threads.getThreadAllocatedBytes(ids);
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        for (int i = 0; i < ids.length; i++) {
            if (infos[i] != null && infos[i].getThreadName().startsWith("echotrace-")) {
                System.out.println("allocated " + infos[i].getThreadName() + " " + allocated[i]);
            }
        }
        System.out.println("at " + System.nanoTime());
    }
}
