package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Traffic;

/** Nothing but a few requests a minute, from the start. */
final class Idle implements Work {
    @Override
    public void prepare(Bench bench) {
        bench.shop().send(Traffic.pages(0.1, 0.0004, 300));
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        bench.sleep(Double.MAX_VALUE);
    }
}
