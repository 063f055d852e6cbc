package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Traffic;
import java.util.Locale;

/**
 * The phases of the demo, in order: how long each lasts, what the program does in it, and what of that can be heard, in
 * words for someone who knows nothing of either.
 */
public enum DemoPhase {
    HEALTHY(
            24,
            new TrafficSteps(Traffic.CALM),
            "a web shop answers 40 calm requests a second",
            "All is well: a soft, steady chord and an even pulse. Little CPU keeps the chord low; the pulse is the"
                    + " requests."),
    RISING_LOAD(
            24,
            new TrafficSteps(
                    Traffic.pages(150, 0.20, 400_000),
                    Traffic.pages(200, 0.32, 1_000_000),
                    Traffic.pages(250, 0.46, 2_500_000),
                    Traffic.pages(300, 0.60, 6_000_000)),
            "more customers arrive, in four waves",
            "The chord climbs in four steps because the CPU works harder, and the pulse quickens because more"
                    + " requests come. Still in tune: busy, but healthy."),
    GC_STORM(
            14,
            new GcStorm(),
            "the program makes garbage faster than the JVM can comfortably clear it away",
            "A rattle of wooden knocks: each knock is one garbage collection, and there are several a second. The"
                    + " longer the collection, the louder the knock."),
    LONG_PAUSES(
            20,
            new LongPauses(),
            "a cache without a limit fills the heap, and to tidy it the JVM has to stand still",
            "The sound swells because memory fills up. Then, again and again, everything stops, and a low thud"
                    + " follows: in that silence the whole program stood still. The longer it stood, the heavier the thud."),
    LOCK_CONTENTION(
            14,
            new TrafficSteps(Traffic.checkouts(150)),
            "every customer wants the only till, so most threads wait for one lock",
            "A ratchet clicks, and it rubs against the chord: the queue of threads before one lock. The chord sinks and"
                    + " the pulse slows although the customers are still there: hardly a request gets through."),
    ERRORS(
            12,
            new TrafficSteps(Traffic.vouchers(40, 0.08, 2_000_000, 1.0 / 3)),
            "every third request fails, and the customers hesitate before they try again",
            "Sparks crackle high above the chord: they are the requests that fail. The pulse is slower than in the calm of"
                    + " the beginning, because after a few failures all customers hold back for a moment."),
    RECOVERED(
            16,
            new TrafficSteps(Traffic.CALM),
            "the faults are gone, and the shop is as calm as it was at the start",
            "Two soft rising tones, then the calm chord and the even pulse of the beginning: all is well again.");

    private final double seconds;

    @SuppressWarnings("ImmutableEnumChecker") // no behavior has a state of its own
    private final Behavior behavior;

    private final String program;
    private final String heard;

    DemoPhase(double seconds, Behavior behavior, String program, String heard) {
        this.seconds = seconds;
        this.behavior = behavior;
        this.program = program;
        this.heard = heard;
    }

    /** How long the phase lasts in a demo of full length. */
    public double seconds() {
        return seconds;
    }

    /** What the program does, a phrase without a full stop. */
    public String program() {
        return program;
    }

    /** What a listener hears and what it means, in full sentences. */
    public String heard() {
        return heard;
    }

    /** The phase's name for people: {@code rising load}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How long all phases together last in a demo of full length. */
    public static double totalSeconds() {
        double total = 0;
        for (DemoPhase phase : values()) {
            total += phase.seconds;
        }
        return total;
    }

    Behavior behavior() {
        return behavior;
    }
}
