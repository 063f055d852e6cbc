package io.echotrace.it.host;

import java.io.IOException;

/**
 * Does nothing, and says when its main begins and ends, in milliseconds since the epoch. With an argument it lives that
 * many milliseconds; without, until its standard input ends, and for each line it says what the agent has allocated.
 */
public final class Idle {
    private Idle() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("main " + System.currentTimeMillis());
        if (arguments.length > 0) {
            Thread.sleep(Long.parseLong(arguments[0]));
        } else {
            answer();
        }
        System.out.println("end " + System.currentTimeMillis());
    }

    private static void answer() throws IOException {
        for (int read = System.in.read(); read >= 0; read = System.in.read()) {
            if (read == '\n') {
                AllocatedBytes.print();
            }
        }
    }
}
