package io.echotrace.it.host;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A host whose JVM stops for about as long as it is told: by collections and by histograms of its heap, whose live objects
 * it adapts to the length, and by collections that have to wait for a loop to end.
 */
public final class ForcedStops {
    private static final long FADED_IN_MILLIS = 3_500;

    private final Random random = new Random(8);
    private final LinkedHeap heap = new LinkedHeap(random);

    private ForcedStops() {}

    /**
     * Arguments: the agent's CSV; the kinds of stops in turn ({@code gc}; {@code histogram}, which collects first; {@code
     * walk}, which does not; {@code loop}); how many; the shortest and the longest in milliseconds; and for how many
     * milliseconds to rest after each, with 0 the program ends after the last. Prints what {@link HostClock} prints, and
     * each stop.
     */
    public static void main(String[] arguments) throws Exception {
        String[] kinds = arguments[1].split(",");
        List<Double> millis = lengths(
                Integer.parseInt(arguments[2]), Double.parseDouble(arguments[3]), Double.parseDouble(arguments[4]));
        ForcedStops host = new ForcedStops();
        for (String kind : kinds) {
            host.stop(kind, 20); // for the measure of things, before anybody listens
        }
        Watched.since(arguments[0]);
        Thread.sleep(FADED_IN_MILLIS);
        HostClock.print();
        long restMillis = arguments.length > 5 ? Long.parseLong(arguments[5]) : 300;
        for (int i = 0; i < millis.size(); i++) {
            host.stop(kinds[i % kinds.length], millis.get(i));
            if (restMillis > 0) {
                Thread.sleep(restMillis + host.random.nextInt(100));
            }
        }
    }

    /** In equal ratios from the shortest to the longest, shuffled. */
    private static List<Double> lengths(int count, double shortest, double longest) {
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lengths.add(shortest * Math.pow(longest / shortest, i / Math.max(1.0, count - 1)));
        }
        Collections.shuffle(lengths, new Random(5));
        return lengths;
    }

    private void stop(String kind, double millis) throws Exception {
        if (kind.equals("loop")) {
            heap.resize("gc", millis / 2);
            Thread loop = LongLoop.start(millis / 2);
            Thread.sleep(5);
            System.gc();
            loop.join();
        } else {
            heap.resize(kind, millis);
            long start = System.nanoTime();
            if (kind.equals("gc")) {
                System.gc();
            } else {
                histogram(kind.equals("walk") ? new String[] {"-all"} : new String[0]);
            }
            heap.learn(kind, System.nanoTime() - start);
        }
        System.out.printf("%s of about %.0f ms%n", kind, millis);
    }

    private static void histogram(String[] options) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {options},
                        new String[] {String[].class.getName()});
    }
}
