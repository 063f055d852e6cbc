package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Shop;
import io.echotrace.agent.shop.Traffic;
import java.util.concurrent.TimeUnit;

/** Traffic, and nothing else: each of the given kinds for an equal share of the phase. */
final class TrafficSteps implements Behavior {
    private final Traffic[] steps;

    TrafficSteps(Traffic... steps) {
        this.steps = steps;
    }

    @Override
    public void run(Shop shop, long lengthNanos) throws InterruptedException {
        for (Traffic step : steps) {
            shop.send(step);
            TimeUnit.NANOSECONDS.sleep(lengthNanos / steps.length);
        }
    }
}
