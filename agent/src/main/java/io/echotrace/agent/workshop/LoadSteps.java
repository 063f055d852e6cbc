package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Traffic;
import java.util.SplittableRandom;

/** Traffic that goes up and down in steps, between 20 and 300 requests a second. */
final class LoadSteps implements Work {
    private static final double LEAST_PER_SECOND = 20;
    private static final double MOST_PER_SECOND = 300;
    private static final double MOST_CPU_SHARE = 0.5;
    private static final double BYTES_PER_REQUEST = 3_000;
    private static final double LEAST_SECONDS = 10;
    private static final double MORE_SECONDS = 30;

    private final SplittableRandom random = new SplittableRandom();

    @Override
    public void run(Bench bench) throws InterruptedException {
        while (!bench.isOver()) {
            bench.shop()
                    .send(traffic(
                            LEAST_PER_SECOND * Math.pow(MOST_PER_SECOND / LEAST_PER_SECOND, random.nextDouble())));
            bench.sleep(LEAST_SECONDS + MORE_SECONDS * random.nextDouble());
        }
    }

    /** Requests that cost the same at any rate. */
    static Traffic traffic(double perSecond) {
        return Traffic.pages(perSecond, MOST_CPU_SHARE * perSecond / MOST_PER_SECOND, BYTES_PER_REQUEST * perSecond);
    }
}
