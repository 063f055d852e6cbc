package io.echotrace.it.budget;

import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.util.Map;

/** What a JVM and the agent's threads in it take of one core between two instants. */
final class CpuWindow {
    private final LinuxProcess process;
    private final long startNanos = System.nanoTime();
    private final double processSeconds;
    private final Map<String, Double> threadSeconds;

    /** Begins the window. */
    CpuWindow(TargetJvm jvm) throws IOException {
        process = new LinuxProcess(jvm.process().pid());
        processSeconds = process.cpuSeconds();
        threadSeconds = process.cpuSecondsOfAgent();
    }

    /** Ends the window. */
    void end(RawNumbers numbers, Setup setup, int run) throws IOException {
        double percent = 100 / ((System.nanoTime() - startNanos) / 1e9);
        Key whole = Key.of(SteadyMeasurement.CPU, setup);
        numbers.add(whole, run, (process.cpuSeconds() - processSeconds) * percent);
        for (Map.Entry<String, Double> thread : process.cpuSecondsOfAgent().entrySet()) {
            double before = threadSeconds.getOrDefault(thread.getKey(), 0.0);
            Key part = new Key(whole.quantity(), thread.getKey(), setup);
            numbers.add(part, run, (thread.getValue() - before) * percent);
        }
    }
}
