package io.echotrace.it.workshop;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be said of a fault that was real: whether it was heard and named in time, and whether it came to its end. */
final class Verdict {
    private static final double HEARD_WITHIN = 2;
    private static final double NAMED_WITHIN = 5;
    /** What can be told of a leak in no less, however fast it is. */
    private static final double LEAK_NAMED_WITHIN = 60;

    private static final Set<Fault> LEAKS =
            EnumSet.of(Fault.MEMORY_LEAK, Fault.THREAD_LEAK, Fault.FILE_DESCRIPTOR_LEAK);
    private static final Set<Fault> SOUND_LIKE_A_MEMORY_LEAK =
            EnumSet.of(Fault.MEMORY_FULL, Fault.FILE_DESCRIPTOR_LEAK);

    private static final double CLIP_SECONDS = 12;
    private static final double LATEST_SECONDS = 2;

    private final WorkshopProgram program;
    private final double dial;
    private final Recorded run;
    private final double evidence;
    private final double named;

    Verdict(WorkshopProgram program, double dial, Recorded run) {
        this.program = program;
        this.dial = dial;
        this.run = run;
        evidence = run.said("evidence");
        named = run.found(run.said("fault"), Double.POSITIVE_INFINITY).stream()
                .filter(told -> told.fault() == program.fault())
                .mapToDouble(Recorded.Told::at)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Whether the program did what was asked of it; else nothing can be said. */
    boolean isValid() {
        return evidence >= 0;
    }

    boolean isHeard() {
        return isLeak() ? isNamed() : heardAfter() <= HEARD_WITHIN;
    }

    boolean isNamed() {
        return named - evidence <= namedWithin(program, dial);
    }

    Fault fault() {
        return program.fault();
    }

    /** Findings in its health before. */
    List<Recorded.Told> cries() {
        return run.found(0, run.said("fault"));
    }

    /** What else was named while it held. */
    List<Fault> others() {
        return run.found(run.said("fault"), Double.POSITIVE_INFINITY).stream()
                .map(Recorded.Told::fault)
                .filter(fault -> fault != program.fault())
                .distinct()
                .toList();
    }

    /** What a listener may be asked: a stretch of the health before, and one of the fault, as {@code WorkshopJudge} reads it. */
    List<String> clips(Random random) {
        List<String> clips = new ArrayList<>();
        File wav = run.folder().resolve("run.wav").toFile();
        double health = run.said("fault") - CLIP_SECONDS - LATEST_SECONDS * random.nextDouble();
        clips.add(String.format(Locale.ROOT, "HEALTHY %.3f %s", health, wav));
        if (isNamed() && !SOUND_LIKE_A_MEMORY_LEAK.contains(program.fault())) {
            String holding = Stream.concat(Stream.of(program.fault()), others().stream())
                    .filter(fault -> !SOUND_LIKE_A_MEMORY_LEAK.contains(fault))
                    .map(Fault::name)
                    .collect(Collectors.joining(","));
            double from = named + LATEST_SECONDS * random.nextDouble();
            clips.add(String.format(Locale.ROOT, "%s %.3f %s", holding, from, wav));
        }
        return clips;
    }

    private double heardAfter() {
        return run.heard(Math.min(run.said("fault"), evidence), Scores.UNUSUAL) - evidence;
    }

    private boolean isLeak() {
        return isLeak(program);
    }

    /**
     * Seconds in which the fault must be named: of a leak, a tenth of those in which it does its harm, which is to fill the
     * heap, to open all files that may be open, or to make four times as many threads of some forty.
     */
    static double namedWithin(WorkshopProgram program, double dial) {
        if (!isLeak(program)) {
            return NAMED_WITHIN;
        }
        double secondsToHarm = program.fault() == Fault.THREAD_LEAK ? 60 * 120 / dial : 60 * dial;
        return Math.max(LEAK_NAMED_WITHIN, secondsToHarm / 10);
    }

    private static boolean isLeak(WorkshopProgram program) {
        return LEAKS.contains(program.fault());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-17s %8.3g %-22s evidence %6.1f s after, heard %6.2f s, named %6.2f s, ended %5.1f s after its end%s%s%s",
                program.name(),
                dial,
                program.unit(),
                evidence - run.said("fault"),
                heardAfter(),
                named - evidence,
                run.ended(program.fault()) - run.said("rest"),
                isValid() ? isNamed() ? isHeard() ? "" : "  NOT HEARD" : "  NOT NAMED" : "  VOID",
                others().isEmpty() ? "" : "; also " + others(),
                cries().isEmpty() ? "" : "; before: " + cries());
    }
}
