package io.echotrace.it.host;

/** Relates the JVM's two clocks: {@code clock}, wall-clock milliseconds and, at that very tick, {@code System.nanoTime()}. */
final class HostClock {
    private HostClock() {}

    static void print() {
        long before = System.currentTimeMillis();
        long millis = before;
        long nanos = System.nanoTime();
        while (millis == before) {
            millis = System.currentTimeMillis();
            nanos = System.nanoTime();
        }
        System.out.println("clock " + millis + " " + nanos);
    }
}
