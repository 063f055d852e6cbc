package io.echotrace.agent.workshop;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A large index that refers to small objects all over the heap, and a collection of the whole heap every few seconds, for
 * which all threads stand still. The dial is for how many seconds: so much of the index is in use as it takes to look
 * through in that time.
 */
final class LongStop implements Work {
    static final String[] JVM = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn64m"};

    private static final double TRIGGER_SECONDS = 0.2;
    private static final double LEAST_BETWEEN_SECONDS = 3;
    private static final double MORE_BETWEEN_SECONDS = 2;
    private static final int OBJECTS = 500_000;
    private static final int OBJECT_BYTES = 48;
    private static final int MOST_LENGTH = 140_000_000;
    private static final double SPARE = 1.6;
    private static final int TRIAL_LENGTH = 4_000_000;

    private final GcMeter gc = new GcMeter();
    private final SplittableRandom random = new SplittableRandom();
    private final byte[][] objects = new byte[OBJECTS][];
    private Object[] index = new Object[TRIAL_LENGTH];
    private int used;
    private int wanted;

    /** Finds out how long looking through takes on this machine, with stops that are short. */
    @Override
    public void prepare(Bench bench) {
        for (int i = 0; i < OBJECTS; i++) {
            objects[i] = new byte[OBJECT_BYTES];
        }
        collect(); // the first moves all of them
        double none = collect();
        use(TRIAL_LENGTH);
        double each = Math.max(0.01, collect() - none) / TRIAL_LENGTH;
        wanted = Math.max(TRIAL_LENGTH, (int) Math.min(MOST_LENGTH, (bench.dial() - none) / each));
        use(0);
        index = new Object[(int) Math.min(MOST_LENGTH, wanted * SPARE)];
        collect();
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        try {
            while (!bench.isOver()) {
                use(wanted);
                double seconds = collect();
                if (seconds > TRIGGER_SECONDS) {
                    bench.evidence(Protocol.words("stop", seconds));
                }
                double factor = Math.max(0.8, Math.min(1.25, bench.dial() / seconds)); // one may have been unlucky
                wanted = (int) Math.min(index.length, wanted * factor);
                bench.sleep(LEAST_BETWEEN_SECONDS + MORE_BETWEEN_SECONDS * random.nextDouble());
            }
        } finally {
            use(0);
        }
    }

    private void use(int length) {
        if (length < used) {
            Arrays.fill(index, length, used, null);
        }
        for (int i = used; i < length; i++) {
            index[i] = objects[random.nextInt(OBJECTS)];
        }
        used = length;
    }

    private double collect() {
        double before = gc.seconds();
        System.gc();
        return gc.seconds() - before;
    }
}
