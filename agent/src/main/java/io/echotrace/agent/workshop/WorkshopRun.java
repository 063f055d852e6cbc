package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Lifeline;
import io.echotrace.agent.shop.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs one program: a calm, its work, a rest; what happens when it says on a stream. Immutable. */
public final class WorkshopRun {
    private static final double LEAST_GRACE_SECONDS = 120;
    /** What a watcher saw of the preparations is forgotten then. */
    private static final double SETTLING_SECONDS = 6;

    private final Program program;
    private final double dial;
    private final double calmSeconds;
    private final double lengthSeconds;
    private final double restSeconds;

    /**
     * @param dial where the dial stands; null: in the middle
     * @throws IllegalArgumentException if it cannot stand there, with a message of one line
     */
    public WorkshopRun(
            Program program, @Nullable String dial, double calmSeconds, double lengthSeconds, double restSeconds) {
        this.program = program;
        this.dial = position(program, dial);
        this.calmSeconds = seconds("calm", calmSeconds);
        this.lengthSeconds = seconds("length", lengthSeconds);
        this.restSeconds = seconds("rest", restSeconds);
    }

    /**
     * Goes through all of it, or ends early when the other end of {@code in} is gone.
     *
     * @throws UnsupportedOperationException if the program does not run on this system
     */
    public void run(InputStream in, PrintStream out) throws IOException {
        Lifeline.interruptAtEnd(Thread.currentThread(), in);
        Lifeline.haltAfter(2 * (calmSeconds + lengthSeconds + restSeconds) + LEAST_GRACE_SECONDS);
        Protocol protocol = new Protocol(out);
        try (Shop shop = Shop.open()) {
            run(new Bench(shop, dial, protocol), protocol);
        } catch (InterruptedException e) {
            // its standard input ended: nobody is there to be told
        }
        protocol.end();
    }

    private void run(Bench bench, Protocol protocol) throws IOException, InterruptedException {
        Work work = program.work();
        work.prepare(bench);
        sleep(SETTLING_SECONDS);
        protocol.calm();
        sleep(calmSeconds);
        if (program.dial() == null) {
            protocol.healthy(program.name());
        } else {
            protocol.fault(program.name(), dial);
        }
        bench.setTime(lengthSeconds);
        work.run(bench);
        if (program.dial() != null && work.canBeUndone()) {
            protocol.rest();
            sleep(restSeconds);
        }
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.round(1e3 * seconds));
    }

    private static double position(Program program, @Nullable String dial) {
        Dial range = program.dial();
        if (range == null && dial != null) {
            throw new IllegalArgumentException(program.name() + " has no dial");
        }
        return range == null ? Double.NaN : dial == null ? range.middle() : range.position(dial);
    }

    private static double seconds(String what, double seconds) {
        if (!(seconds >= 0 && seconds <= TimeUnit.DAYS.toSeconds(1))) {
            throw new IllegalArgumentException(what + " is a number of seconds, not " + seconds);
        }
        return seconds;
    }
}
