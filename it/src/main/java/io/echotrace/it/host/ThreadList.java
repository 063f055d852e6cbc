package io.echotrace.it.host;

/** Lists the agent's threads. */
public final class ThreadList {
    private ThreadList() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("watched: " + Watched.since(arguments[0]));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("echotrace-")) {
                System.out.println(thread.getName() + " daemon=" + thread.isDaemon() + " contextClassLoader="
                        + thread.getContextClassLoader());
            }
        }
    }
}
