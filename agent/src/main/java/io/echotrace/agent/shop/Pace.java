package io.echotrace.agent.shop;

import java.util.concurrent.TimeUnit;

/** Even work: sleeps whenever more of it is done than the time that has passed allows. Not thread-safe. */
public final class Pace {
    private final double unitsPerNano;
    private final long startNanos = System.nanoTime();
    private double done;

    public Pace(double unitsPerNano) {
        this.unitsPerNano = unitsPerNano;
    }

    /** Says that work was done, and waits if it was early. */
    public void did(double units) throws InterruptedException {
        done += units;
        long earlyNanos = (long) (done / unitsPerNano) - (System.nanoTime() - startNanos);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, earlyNanos)); // notices an interrupt in any case
    }
}
