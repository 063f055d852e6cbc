package io.echotrace.agent.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line on standard output with which the demo's program announces a phase: {@code phase GC_STORM 14.0 76.0
 * answered=6201 failed=0}, that is the length of the phase and the time left of the whole demo, both in seconds, and
 * how many requests were answered so far and failed. Immutable.
 */
public final class PhaseLine {
    private static final Pattern FORM =
            Pattern.compile("phase (\\w+) ([0-9]+\\.[0-9]) ([0-9]+\\.[0-9]) answered=([0-9]+) failed=([0-9]+)");

    private final DemoPhase phase;
    private final double seconds;
    private final double secondsLeft;
    private final long answered;
    private final long failed;

    PhaseLine(DemoPhase phase, double seconds, double secondsLeft, long answered, long failed) {
        this.phase = phase;
        this.seconds = seconds;
        this.secondsLeft = secondsLeft;
        this.answered = answered;
        this.failed = failed;
    }

    /** Reads a line; null when it announces no phase. */
    public static @Nullable PhaseLine parse(String line) {
        Matcher matcher = FORM.matcher(line);
        DemoPhase phase = matcher.matches() ? phase(matcher.group(1)) : null;
        if (phase == null) {
            return null;
        }
        return new PhaseLine(
                phase,
                Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3)),
                Long.parseLong(matcher.group(4)),
                Long.parseLong(matcher.group(5)));
    }

    /** The phase that begins now. */
    public DemoPhase phase() {
        return phase;
    }

    /** How long the phase will last. */
    public double seconds() {
        return seconds;
    }

    /** How long the demo will last from now on, this phase included. */
    public double secondsLeft() {
        return secondsLeft;
    }

    /** Requests answered since the start, failed ones included. */
    public long answered() {
        return answered;
    }

    /** Requests not answered with success since the start. */
    public long failed() {
        return failed;
    }

    private static @Nullable DemoPhase phase(String name) {
        for (DemoPhase phase : DemoPhase.values()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        return null;
    }

    /** The line itself. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "phase %s %.1f %.1f answered=%d failed=%d",
                phase.name(),
                seconds,
                secondsLeft,
                answered,
                failed);
    }
}
