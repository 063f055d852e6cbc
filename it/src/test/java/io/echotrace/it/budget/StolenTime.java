package io.echotrace.it.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of a virtual machine's time its host has given to other machines: with more than a little, figures are high. */
final class StolenTime {
    private static final int STEAL = 8; // behind the line's name: user, nice, system, idle, iowait, irq, softirq, steal
    private long stolen;
    private long all;

    /** Begins now. */
    StolenTime() throws IOException {
        percent();
    }

    /** The share of all processors' time since the last call, in percent. */
    double percent() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
        long sum = 0;
        for (int i = 1; i <= STEAL; i++) {
            sum += Long.parseLong(fields[i]);
        }
        long steal = Long.parseLong(fields[STEAL]);
        double percent = 100.0 * (steal - stolen) / Math.max(1, sum - all);
        stolen = steal;
        all = sum;
        return percent;
    }
}
