package io.echotrace.it.host;

/** A host that wants several times the cores there are: every thread of its JVM has to wait for its turn. */
public final class StarvedThreads {
    private static final int PER_CORE = 4;
    private static final long FADED_IN_MILLIS = 3_500;

    private StarvedThreads() {}

    /** Arguments: the agent's CSV, and for how many milliseconds. Prints what {@link HostClock} prints when it begins. */
    public static void main(String[] arguments) throws InterruptedException {
        Watched.since(arguments[0]);
        for (int i = 0; i < PER_CORE * Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(StarvedThreads::spin);
            thread.setDaemon(true);
            thread.start();
        }
        Thread.sleep(FADED_IN_MILLIS);
        HostClock.print();
        Thread.sleep(Long.parseLong(arguments[1]));
    }

    private static void spin() {
        long end = System.nanoTime() + Long.MAX_VALUE;
        while (System.nanoTime() - end < 0) {
            // nothing: it only takes the time of others
        }
    }
}
