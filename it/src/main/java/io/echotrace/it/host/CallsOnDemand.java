package io.echotrace.it.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method a thousand times for each line that it reads, and says how many of these calls the recorder was told of:
 * by it, the code that the JVM runs tells whether it is woven.
 */
public final class CallsOnDemand {
    public static final int CALLS = 1_000;

    private static final int METHODS = 10_000;

    private CallsOnDemand() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("main " + System.currentTimeMillis());
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("busy")) {
                keepBusy();
            }
            System.out.println(line + ": " + woven() + " of " + CALLS);
        }
    }

    static int work(int number) {
        return number + 1;
    }

    private static long woven() {
        int[] counts = new int[METHODS];
        count(counts);
        for (int i = 0; i < CALLS; i++) {
            work(i);
        }
        count(null);
        long sum = 0;
        for (int each : counts) {
            sum += each;
        }
        return sum;
    }

    /** Has the recorder count by method; there is none where nothing has ever been timed. */
    private static void count(int @Nullable [] counts) {
        try {
            Method hunt = Class.forName("java.lang.EchoTraceCalls").getMethod("hunt", int[].class);
            hunt.invoke(null, (Object) counts);
        } catch (ReflectiveOperationException e) {
            // then no call is told of
        }
    }

    private static void keepBusy() {
        Thread busy = new Thread(() -> {
            for (int i = 0; i >= 0; i = work(i) & Integer.MAX_VALUE) {
                if ((i & 0xfffff) == 0) {
                    LockSupport.parkNanos(1);
                }
            }
        });
        busy.setDaemon(true);
        busy.start();
    }
}
