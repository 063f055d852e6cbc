package io.echotrace.it.host;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends as its second argument says, once the agent has written to the CSV that its first argument names ({@code -}: there
 * is no agent) and the milliseconds of its third have gone by. Its last words are the milliseconds since the epoch.
 */
public final class LastWords {
    private static final int CHUNK_BYTES = 1024 * 1024;

    private LastWords() {}

    public static void main(String[] arguments) throws InterruptedException {
        String end = arguments[1];
        addHook(end);
        if (!arguments[0].equals("-") && !Watched.since(arguments[0])) {
            System.out.println("nobody watches");
        }
        Thread.sleep(Long.parseLong(arguments[2]));
        System.out.println("end " + System.currentTimeMillis());
        endBy(end);
    }

    private static void endBy(String end) throws InterruptedException {
        switch (end) {
            case "return":
                break;
            case "throw":
                throw new IllegalStateException("as asked");
            case "memory":
                fillTheHeap();
                break;
            case "stack":
                overflow(0);
                break;
            case "halt":
                Runtime.getRuntime().halt(4);
                break;
            case "wait":
                Thread.sleep(120_000);
                break;
            default:
                System.exit(3);
        }
    }

    /** Hooks run at the same time as the agent's. */
    private static void addHook(String end) {
        if (end.equals("hook-hangs")) {
            Runtime.getRuntime().addShutdownHook(new Thread(LastWords::hang));
        } else if (end.equals("hook-halts")) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(5)));
        }
    }

    private static void hang() {
        try {
            Thread.sleep(120_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fillTheHeap() {
        List<byte[]> chunks = new ArrayList<>();
        while (chunks.size() < Integer.MAX_VALUE) {
            chunks.add(new byte[CHUNK_BYTES]);
        }
    }

    /** Deeper than any stack, though not without end. */
    private static int overflow(int depth) {
        return depth == Integer.MAX_VALUE ? depth : overflow(depth + 1) + 1;
    }
}
