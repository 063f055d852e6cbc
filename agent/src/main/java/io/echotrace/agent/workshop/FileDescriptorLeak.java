package io.echotrace.agent.workshop;

import com.sun.management.UnixOperatingSystemMXBean;
import io.echotrace.agent.shop.Pace;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are opened and never closed. The dial is in how many minutes from its start there will be as many as the system
 * allows; a limit of some thousands makes it a leak like one that is seen in practice: {@code ulimit -n 4096}.
 */
final class FileDescriptorLeak implements Work {
    private static final double TRIGGER_MINUTES = 60;
    private static final double TRIGGER_SECONDS = 20;
    private static final double LEAST_RISE = 10;
    private static final double EXPLAINED = 0.9;
    private static final double STEPS_PER_SECOND = 5;
    /** Beyond, the shop could answer nobody any more. */
    private static final double FULL = 0.95;

    private final List<Closeable> leaked = new ArrayList<>();

    @Override
    public void prepare(Bench bench) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean)) {
            throw new UnsupportedOperationException("file-descriptor-leak needs a system that has file descriptors");
        }
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        File file = File.createTempFile("echotrace-workshop", ".dat");
        file.deleteOnExit();
        try {
            leak(bench, file);
        } finally {
            for (Closeable open : leaked) {
                open.close();
            }
            if (!file.delete()) {
                System.err.println("cannot delete " + file);
            }
        }
    }

    private void leak(Bench bench, File file) throws IOException, InterruptedException {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double limit = (double) system.getMaxFileDescriptorCount();
        double perSecond = (limit - system.getOpenFileDescriptorCount()) / (bench.dial() * 60);
        Pace pace = new Pace(STEPS_PER_SECOND / 1e9);
        Rise rise = new Rise();
        while (!bench.isOver()) {
            double open = (double) system.getOpenFileDescriptorCount();
            double wanted = rise.seconds() * perSecond;
            for (; leaked.size() < wanted && open < FULL * limit; open++) {
                leaked.add(new FileInputStream(file));
            }
            pace.did(1);
            rise.add(open);
            look(bench, rise, limit - open);
        }
    }

    private static void look(Bench bench, Rise rise, double left) {
        double minutes = left / rise.perSecond() / 60;
        boolean isCertain = rise.seconds() >= TRIGGER_SECONDS
                && rise.perSecond() * rise.seconds() > LEAST_RISE
                && rise.explained() > EXPLAINED;
        if (isCertain && minutes > 0 && minutes < TRIGGER_MINUTES) {
            bench.evidence(Protocol.words("limit-in-minutes", minutes));
        }
    }
}
