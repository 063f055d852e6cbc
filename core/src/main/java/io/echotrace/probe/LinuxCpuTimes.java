package io.echotrace.probe;

import java.util.Arrays;

/**
 * Busy and total time of each core from the text of {@code /proc/stat}, in the kernel's clock ticks. Row 0 is all cores,
 * row n + 1 is core n; a core that is off keeps its last times. Waiting for a disk is idle time. Not thread-safe.
 */
final class LinuxCpuTimes {
    private static final byte[] CPU = StopRing.ascii("cpu");
    private static final int FIELDS = 8; // user nice system idle iowait irq softirq steal; guests are in user
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;

    private final AsciiCursor cursor = new AsciiCursor();
    private long[] times = new long[0];

    /** Busy and total time in turn, row after row; valid until the next call. */
    long[] parse(byte[] text, int length) {
        cursor.start(text, length);
        while (cursor.startsWith(CPU)) {
            cursor.skip(CPU.length);
            boolean all = text[cursor.position()] == ' ';
            parseRow(all ? 0 : (int) cursor.number() + 1);
            cursor.nextLine();
        }
        return times;
    }

    private void parseRow(int row) {
        long idle = 0;
        long total = 0;
        for (int field = 0; field < FIELDS; field++) {
            long ticks = Math.max(0, cursor.number());
            total += ticks;
            idle += field == IDLE || field == IOWAIT ? ticks : 0;
        }
        if (times.length < 2 * row + 2) {
            times = Arrays.copyOf(times, 2 * row + 2);
        }
        times[2 * row] = total - idle;
        times[2 * row + 1] = total;
    }
}
