package io.echotrace.it.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * Ends, once the agent is at work, as its second argument says: {@code return}, {@code exit} with code 3, {@code throw}, or
 * {@code terminate} by a signal.
 */
public final class LastWords {
    private LastWords() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        System.out.println("watched: " + Watched.since(arguments[0]));
        switch (arguments[1]) {
            case "exit":
                System.exit(3);
                break;
            case "throw":
                throw new IllegalStateException("as asked");
            case "terminate":
                String process = ManagementFactory.getRuntimeMXBean().getName().replaceAll("@.*", "");
                new ProcessBuilder("kill", "-TERM", process).start().waitFor();
                Thread.sleep(60_000);
                break;
            default:
                break;
        }
    }
}
