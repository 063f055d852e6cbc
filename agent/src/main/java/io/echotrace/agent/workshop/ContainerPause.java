package io.echotrace.agent.workshop;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;

/** The whole process is stopped for a moment a few times, as a container is that is moved or throttled. */
final class ContainerPause implements Work {
    private static final String SHELL = "/bin/sh";
    private static final double LEAST_BETWEEN_SECONDS = 20;
    private static final double MORE_BETWEEN_SECONDS = 30;
    private static final double LEAST_SECONDS = 1;
    private static final double MORE_SECONDS = 2;

    private final SplittableRandom random = new SplittableRandom();

    @Override
    public void prepare(Bench bench) {
        if (!new File(SHELL).canExecute()) {
            throw new UnsupportedOperationException("container-pause needs " + SHELL);
        }
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        String id = name.substring(0, name.indexOf('@'));
        bench.sleep(LEAST_BETWEEN_SECONDS / 2);
        while (!bench.isOver()) {
            String seconds = String.format(Locale.ROOT, "%.1f", LEAST_SECONDS + MORE_SECONDS * random.nextDouble());
            String script = "kill -STOP " + id + "; sleep " + seconds + "; kill -CONT " + id;
            new ProcessBuilder(SHELL, "-c", script).start().waitFor();
            bench.sleep(LEAST_BETWEEN_SECONDS + MORE_BETWEEN_SECONDS * random.nextDouble());
        }
    }
}
