package io.echotrace.session;

import io.echotrace.output.DaemonThread;
import io.echotrace.probe.StopMeter;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Tells the stop meter the time every 5 ms, and does nothing else: allocates nothing, locks nothing. */
final class Ticker implements Runnable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final StopMeter meter;
    private final LongSupplier clock;
    private final BooleanSupplier ended;

    Ticker(StopMeter meter, LongSupplier clock, BooleanSupplier ended) {
        this.meter = meter;
        this.clock = clock;
        this.ended = ended;
    }

    @Override
    public void run() {
        while (!ended.getAsBoolean()) {
            DaemonThread.pause(PERIOD_NANOS);
            meter.tick(clock);
        }
    }
}
