package io.echotrace.agent.demo;

import java.util.concurrent.TimeUnit;

/** Traffic, and nothing else: each of the given kinds for an equal share of the phase. */
final class TrafficSteps implements Behavior {
    private final Traffic[] steps;

    TrafficSteps(Traffic... steps) {
        this.steps = steps;
    }

    @Override
    public void run(LoadGenerator load, long lengthNanos) throws InterruptedException {
        for (Traffic step : steps) {
            load.send(step);
            TimeUnit.NANOSECONDS.sleep(lengthNanos / steps.length);
        }
    }
}
