package io.echotrace.it.host;

import java.util.ArrayList;
import java.util.List;

/** A host whose heap fills in steps: each keeps a tenth more of it, collects, and rests. */
public final class HeapSteps {
    private static final int MEGABYTE = 1024 * 1024;

    private HeapSteps() {}

    /** Arguments: how many steps, and how many milliseconds each rests. Prints the wall-clock time of each. */
    public static void main(String[] arguments) throws InterruptedException {
        int steps = Integer.parseInt(arguments[0]);
        long restMillis = Long.parseLong(arguments[1]);
        List<byte[]> kept = new ArrayList<>();
        int tenth = (int) (Runtime.getRuntime().maxMemory() / MEGABYTE / 10);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < tenth; i++) {
                kept.add(new byte[MEGABYTE]);
            }
            System.gc();
            System.out.println(System.currentTimeMillis());
            Thread.sleep(restMillis);
        }
        System.out.println(System.currentTimeMillis());
        if (kept.isEmpty()) {
            throw new IllegalStateException("nothing was kept");
        }
    }
}
