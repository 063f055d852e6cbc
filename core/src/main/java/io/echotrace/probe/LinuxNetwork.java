package io.echotrace.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Traffic of all interfaces that count, from the text of {@code /proc/net/dev}. The totals only grow: each interface adds
 * its growth since the text before, so that one that comes or goes makes no jump, and one that is down adds nothing. One
 * that is gone is forgotten: its name may come back with counters that begin anew. Allocates only when a new interface
 * comes. Not thread-safe.
 */
final class LinuxNetwork {
    /** Columns of the totals. */
    static final int RECEIVED = 0;

    static final int TRANSMITTED = 1;
    static final int PACKETS = 2;
    static final int ERRORS = 3;
    static final int COLUMNS = 4;

    private static final int FIELDS = 12;

    private final Predicate<String> counts;
    private final AsciiCursor cursor = new AsciiCursor();
    private final List<Interface> interfaces = new ArrayList<>();
    private final long[] totals = new long[COLUMNS];
    private final long[] fields = new long[FIELDS];

    /** @param counts which interfaces to add up, by name; asked once for each while it is there */
    LinuxNetwork(Predicate<String> counts) {
        this.counts = counts;
    }

    /** Received and transmitted bytes, packets, errors and drops, all since the first text. */
    long[] totals() {
        return totals;
    }

    void parse(byte[] text, int length) {
        cursor.start(text, length);
        cursor.nextLine();
        cursor.nextLine();
        while (!cursor.atEnd()) {
            cursor.skipSpaces();
            int name = cursor.position();
            if (cursor.find(':')) {
                Interface found = interfaceNamed(text, name, cursor.position() - name);
                cursor.skip(1);
                found.present = true;
                if (found.counts) {
                    parseFields();
                    found.add(fields, totals);
                }
            }
            cursor.nextLine();
        }
        forgetAbsent();
    }

    private void forgetAbsent() {
        for (int i = interfaces.size() - 1; i >= 0; i--) {
            Interface known = interfaces.get(i);
            if (!known.present) {
                interfaces.remove(i);
            }
            known.present = false;
        }
    }

    private void parseFields() {
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = Math.max(0, cursor.number());
        }
    }

    private Interface interfaceNamed(byte[] text, int from, int length) {
        for (int i = 0; i < interfaces.size(); i++) {
            Interface known = interfaces.get(i);
            if (known.name.length == length && AsciiCursor.matches(text, from, length, known.name)) {
                return known;
            }
        }
        byte[] name = Arrays.copyOfRange(text, from, from + length);
        Interface added = new Interface(name, counts.test(new String(name, StandardCharsets.US_ASCII)));
        interfaces.add(added);
        return added;
    }

    private static final class Interface {
        final byte[] name;
        final boolean counts;
        private final long[] last = new long[COLUMNS];
        private boolean seen;
        boolean present;

        Interface(byte[] name, boolean counts) {
            this.name = name;
            this.counts = counts;
        }

        /** Receive: bytes, packets, errs, drop, fifo, frame, compressed, multicast; transmit: bytes, packets, errs, drop. */
        void add(long[] fields, long[] totals) {
            add(RECEIVED, fields[0], totals);
            add(TRANSMITTED, fields[8], totals);
            add(PACKETS, fields[1] + fields[9], totals);
            add(ERRORS, fields[2] + fields[3] + fields[10] + fields[11], totals);
            seen = true;
        }

        private void add(int column, long now, long[] totals) {
            totals[column] += seen ? Math.max(0, now - last[column]) : 0;
            last[column] = now;
        }
    }
}
