package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import java.util.Arrays;

/**
 * Allocates so fast that the young generation fills many times a second, while a large index in the old generation refers
 * to what is young: each collection has to look through the index, which takes it tens of milliseconds. The dial is the
 * share of time in collections. To reach it, the storm pauses whenever the collections took more than that.
 */
final class GcStorm implements Work {
    static final String[] JVM = {
        "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xmn32m", "-XX:SurvivorRatio=6", // 24 MB between collections
    };

    private static final double TRIGGER_SHARE = 0.10;
    private static final double TRIGGER_RATE = 3;
    private static final int GARBAGE_KILOBYTES = 250;
    private static final int INDEX_LENGTH = 8_000_000;
    /** The collector looks at 512 bytes of the old generation or at none of them: at 128 references. */
    private static final int REFERENCES_LOOKED_AT = 128;

    private static final double PAUSE_SECONDS = 0.04;

    private final GcMeter gc = new GcMeter();
    private final Growth time = new Growth(1);
    private final Growth count = new Growth(1);
    private final Object[] index = new Object[INDEX_LENGTH];
    private int reach = INDEX_LENGTH / 64;

    @Override
    public void prepare(Bench bench) {
        Arrays.fill(index, new Node(null, 0));
        Heap.collect(); // looks through all of it, since all of it is new
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        double before = gc.seconds();
        long collections = gc.count();
        Pace pace = new Pace(bench.dial() / 1e9);
        while (!bench.isOver()) {
            Heap.makeGarbage(GARBAGE_KILOBYTES);
            if (gc.count() != collections) {
                double now = gc.seconds();
                adapt((now - before) / (double) (gc.count() - collections));
                collections = gc.count();
                touch();
                pace.did(now - before);
                before = now;
                look(bench);
            }
        }
    }

    /** Has the next collection look through more of the index, or less, so that it takes about as long as it should. */
    private void adapt(double seconds) {
        double factor = Math.max(0.7, Math.min(2, PAUSE_SECONDS / Math.max(1e-3, seconds)));
        reach = (int) Math.max(REFERENCES_LOOKED_AT, Math.min(INDEX_LENGTH, reach * factor));
    }

    private void touch() {
        Node young = new Node(null, 1);
        for (int i = 0; i < reach; i += REFERENCES_LOOKED_AT) {
            index[i] = young;
        }
    }

    private void look(Bench bench) {
        double share = time.perSecond(gc.seconds());
        double rate = count.perSecond((double) gc.count());
        if (share > TRIGGER_SHARE || rate > TRIGGER_RATE) {
            bench.evidence(Protocol.words("gc-time", share) + " " + Protocol.words("gc-rate", rate));
        }
    }
}
