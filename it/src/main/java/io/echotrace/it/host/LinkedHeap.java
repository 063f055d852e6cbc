package io.echotrace.it.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Live objects that point all over the heap, so that who follows them is slow: as many as an operation needs for a time. */
final class LinkedHeap {
    private static final int SEGMENT = 50_000;
    private static final double FIRST_GUESS_NANOS = 60;
    private static final double SHARE_OF_HEAP = 0.55;
    private static final int BYTES_EACH = 36;

    private final Random random;
    private final List<Link[]> segments = new ArrayList<>();
    private final Map<String, Double> nanosEach = new HashMap<>();

    LinkedHeap(Random random) {
        this.random = random;
    }

    /** Makes it so large that the operation should take as long. */
    void resize(String operation, double millis) {
        double wanted = millis * 1e6 / nanosEach.getOrDefault(operation, FIRST_GUESS_NANOS) / SEGMENT;
        double most = Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP / BYTES_EACH / SEGMENT;
        int size = (int) Math.max(1, Math.min(wanted, most));
        while (segments.size() > size) {
            segments.remove(segments.size() - 1);
        }
        while (segments.size() < size) {
            segments.add(segment());
        }
    }

    /** Learns from how long the operation has taken with the present size. */
    void learn(String operation, long nanos) {
        nanosEach.put(operation, Math.max(5, nanos / (double) segments.size() / SEGMENT));
    }

    private Link[] segment() {
        Link[] segment = new Link[SEGMENT];
        for (int i = 0; i < SEGMENT; i++) {
            Link[] other = segments.isEmpty() ? segment : segments.get(random.nextInt(segments.size()));
            segment[i] = new Link(other[random.nextInt(SEGMENT)]);
        }
        return segment;
    }

    private static final class Link {
        final Link to;

        Link(Link to) {
            this.to = to;
        }

        @Override
        public String toString() {
            return to == null ? "end" : "link";
        }
    }
}
