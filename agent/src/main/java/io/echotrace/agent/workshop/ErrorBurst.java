package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Shop;
import io.echotrace.agent.shop.Traffic;

/** Requests for vouchers, of which a share fails; the dial is the share. */
final class ErrorBurst implements Work {
    private static final double TRIGGER = 0.01;
    private static final double LEAST_FAILURES = 5;
    private static final double BETWEEN_LOOKS_SECONDS = 0.1;

    @Override
    public void run(Bench bench) throws InterruptedException {
        Shop shop = bench.shop();
        long answered = shop.answered();
        long failed = shop.failed();
        shop.send(Traffic.vouchers(40, 0.08, 100_000, bench.dial()));
        try {
            while (!bench.isOver()) {
                bench.sleep(BETWEEN_LOOKS_SECONDS);
                double failures = shop.failed() - failed;
                double share = failures / Math.max(1, shop.answered() - answered);
                if (share > TRIGGER && failures >= LEAST_FAILURES) {
                    bench.evidence(Protocol.words("failed", share));
                }
            }
        } finally {
            shop.send(Traffic.CALM);
        }
    }
}
