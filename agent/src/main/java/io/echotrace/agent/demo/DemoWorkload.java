package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Lifeline;
import io.echotrace.agent.shop.Shop;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The demo's program: {@code java … io.echotrace.agent.demo.DemoWorkload [--scale 0.25]}, started with
 * {@link DemoJvm#OPTIONS}. It needs nothing but the JDK. On standard output it announces each phase with a
 * {@link PhaseLine}; it ends with exit code 0 after the last one, or early when its standard input ends.
 */
public final class DemoWorkload {
    /** Time for the JVM to start and stop, on top of twice the length of the demo. */
    private static final double GRACE_SECONDS = 60;

    private DemoWorkload() {}

    /**
     * Goes through all phases.
     *
     * @param args nothing, or {@code --scale} and by how much the phases are shorter or longer than usual
     */
    public static void main(String[] args) throws IOException {
        double scale = scale(args);
        Lifeline.interruptAtEnd(Thread.currentThread(), System.in);
        Lifeline.haltAfter(2 * scale * DemoPhase.totalSeconds() + GRACE_SECONDS);
        try (Shop shop = Shop.open()) {
            runPhases(shop, scale);
            System.out.println("end answered=" + shop.answered() + " failed=" + shop.failed());
        } catch (InterruptedException e) {
            System.err.println("demo ended early: its standard input ended");
        }
    }

    private static void runPhases(Shop shop, double scale) throws InterruptedException {
        double secondsLeft = scale * DemoPhase.totalSeconds();
        for (DemoPhase phase : DemoPhase.values()) {
            double seconds = scale * phase.seconds();
            System.out.println(new PhaseLine(phase, seconds, secondsLeft, shop.answered(), shop.failed()));
            phase.behavior().run(shop, Math.round(seconds * TimeUnit.SECONDS.toNanos(1)));
            secondsLeft -= seconds;
        }
    }

    private static double scale(String[] args) {
        if (args.length == 0) {
            return 1;
        }
        double scale = args.length == 2 && args[0].equals("--scale") ? Double.parseDouble(args[1]) : Double.NaN;
        if (!(scale > 0)) {
            throw new IllegalArgumentException("usage: DemoWorkload [--scale FACTOR], a factor above 0 such as 0.25");
        }
        return scale;
    }
}
