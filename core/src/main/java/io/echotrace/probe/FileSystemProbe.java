package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import oshi.software.os.OSFileStore;

/** Used share of the fullest local file system, every ten seconds, on systems other than Linux. */
final class FileSystemProbe implements Probe {
    private static final long PERIOD_NANOS = 10_000_000_000L;
    private static final List<String> IMAGES = Arrays.asList("cdfs", "udf", "cd9660", "devfs", "autofs");

    private final Machine machine;

    FileSystemProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.FILESYSTEM);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        double fullest = Double.NaN;
        for (OSFileStore store : machine.system().getFileSystem().getFileStores(true)) {
            double share = IMAGES.contains(store.getType().toLowerCase(Locale.ROOT))
                    ? Double.NaN
                    : LinuxFileSystemProbe.used(store.getTotalSpace(), store.getFreeSpace(), store.getUsableSpace());
            fullest = Double.isNaN(fullest) || share > fullest ? share : fullest;
        }
        if (Double.isNaN(fullest)) {
            throw new UnavailableException("no local file system");
        }
        into.value(Metrics.FILESYSTEM, fullest);
    }
}
