package io.echotrace.it.budget;

import java.io.IOException;
import java.util.Map;

/** What a JVM and the agent's threads in it take of one core between two instants. */
final class CpuWindow {
    private final LinuxProcess process;
    private final long startNanos = System.nanoTime();
    private final double processSeconds;
    private final Map<String, Double> threadSeconds;

    /** Begins the window. */
    CpuWindow(LinuxProcess process) throws IOException {
        this.process = process;
        processSeconds = process.cpuSeconds();
        threadSeconds = process.cpuSecondsOfAgent();
    }

    /** Ends the window. */
    void end(String quantity, Setup setup, int run, RawNumbers numbers) throws IOException {
        double percent = 100 / ((System.nanoTime() - startNanos) / 1e9);
        numbers.add(Key.of(quantity, setup), run, (process.cpuSeconds() - processSeconds) * percent);
        for (Map.Entry<String, Double> thread : process.cpuSecondsOfAgent().entrySet()) {
            double before = threadSeconds.getOrDefault(thread.getKey(), 0.0);
            numbers.add(new Key(quantity, thread.getKey(), setup), run, (thread.getValue() - before) * percent);
        }
    }
}
