package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oshi.hardware.HWDiskStore;

/**
 * Bytes read from and written to all disks, and the busy share of the busiest one. Loop devices, RAM disks and volumes
 * made of other disks (LVM, RAID) are left out: their bytes are those of the disks below. Disks are looked for every
 * minute, read every two seconds; on Linux OSHI reads {@code /sys/block} for that, starts no program, and leaves 26 KB of
 * garbage a disk.
 */
final class DiskProbe implements Probe {
    private static final long LOOK_NANOS = 60_000_000_000L;
    private static final List<String> STACKED = Arrays.asList("loop", "ram", "zram", "dm-", "md", "mapper/", "nbd");
    private static final int READ = 0;
    private static final int WRITTEN = 1;

    private final Machine machine;
    private final CounterWindow bytes = new CounterWindow(0, 2);
    private final long[] counters = new long[2];
    private List<Disk> disks = new ArrayList<>();
    private long nextLookNanos = Long.MIN_VALUE;

    DiskProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.DISK_READ, Metrics.DISK_WRITE, Metrics.DISK_UTILIZATION);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (nowNanos >= nextLookNanos) {
            look();
            nextLookNanos = nowNanos + LOOK_NANOS;
        }
        if (disks.isEmpty()) {
            throw new UnavailableException("no disks");
        }
        double busiest = Double.NaN;
        for (Disk disk : disks) {
            disk.read(nowNanos, counters);
            busiest = disk.busy.isReady() ? max(busiest, disk.busy.perSecond(0) / 1e3) : busiest;
        }
        bytes.add(nowNanos, counters);
        RateReport.report(Metrics.DISK_READ, bytes, READ, into);
        RateReport.report(Metrics.DISK_WRITE, bytes, WRITTEN, into);
        if (Double.isNaN(busiest)) {
            into.unavailable(Metrics.DISK_UTILIZATION, Readings.FIRST_READING);
        } else {
            into.value(Metrics.DISK_UTILIZATION, Math.min(1, busiest));
        }
    }

    /** Whether a disk's bytes are not those of another one. */
    static boolean counts(String name) {
        String device = name.startsWith("/dev/") ? name.substring("/dev/".length()) : name;
        return STACKED.stream().noneMatch(device::startsWith);
    }

    private static double max(double known, double other) {
        return Double.isNaN(known) ? other : Math.max(known, other);
    }

    private void look() {
        List<Disk> found = new ArrayList<>();
        for (HWDiskStore store : machine.hardware().getDiskStores()) {
            if (counts(store.getName())) {
                found.add(known(store));
            }
        }
        disks = found;
    }

    private Disk known(HWDiskStore store) {
        for (Disk disk : disks) {
            if (disk.store.getName().equals(store.getName())) {
                return disk;
            }
        }
        return new Disk(store);
    }

    private static final class Disk {
        final HWDiskStore store;
        final CounterWindow busy = new CounterWindow(0, 1);
        private long lastRead = -1;
        private long lastWritten;

        Disk(HWDiskStore store) {
            this.store = store;
        }

        /** Adds what this disk has done since its last reading. */
        void read(long nowNanos, long[] totals) {
            store.updateAttributes();
            if (lastRead >= 0) {
                totals[READ] += Math.max(0, store.getReadBytes() - lastRead);
                totals[WRITTEN] += Math.max(0, store.getWriteBytes() - lastWritten);
            }
            lastRead = store.getReadBytes();
            lastWritten = store.getWriteBytes();
            busy.add(nowNanos, store.getTransferTime());
        }
    }
}
