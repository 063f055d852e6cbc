package io.echotrace.it.workshop;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.it.jvm.Jdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Has programs of the workshop performed and recorded, and prints what was heard and named of each: faults at random
 * positions of their dials, each as often as asked for, or healthy programs, each once.
 *
 * <p>Arguments: the folder for the recordings, the JDK, how many at a time, then {@code faults TIMES SEED [NAME...]},
 * {@code health SECONDS [NAME...]} or {@code lasting SECONDS [NAME...]}.
 */
final class WorkshopRun {
    /** Half a minute to learn, and what a listener may be asked. */
    private static final double CALM = 45;

    private static final double LENGTH = 22;
    private static final double REST = 10;
    /** A leak that lasts is so slow that it would go on for half as long again. */
    private static final double LASTING_LEAK = 1.5;

    /** Where many faults are random, so many are too many to have been bad luck of the machine. */
    private static final int MOST_ATTEMPTS = 3;

    /** Starts are farther apart, or programs would starve each other while they are compiled. */
    private static final long BETWEEN_STARTS_SECONDS = 10;

    private final Path folder;
    private final Path jdk;
    private final int atATime;
    private final Object starts = new Object();
    private final List<WorkshopProgram> programs;

    private WorkshopRun(Path folder, int jdk, int atATime) throws Exception {
        this.folder = folder.toAbsolutePath();
        this.jdk = Jdks.home(jdk);
        this.atATime = atATime;
        this.programs = WorkshopProgram.list(this.jdk, this.folder);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        WorkshopRun run =
                new WorkshopRun(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        switch (arguments[3]) {
            case "faults" ->
                run.faults(Integer.parseInt(arguments[4]), Long.parseLong(arguments[5]), all.subList(6, all.size()));
            case "lasting" -> run.lasting(Double.parseDouble(arguments[4]), all.subList(5, all.size()));
            case "health" -> run.health(Double.parseDouble(arguments[4]), all.subList(5, all.size()));
            default -> throw new IllegalArgumentException(arguments[3]);
        }
    }

    private void faults(int times, long seed, List<String> names) throws Exception {
        Random random = new Random(seed);
        List<Trial<Verdict>> trials = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            for (WorkshopProgram program : chosen(true, names)) {
                double dial = program.draw(random);
                String name = program.name() + "-" + i;
                trials.add(() -> verdict(program, dial, name));
            }
        }
        List<Verdict> verdicts = perform(trials);
        System.out.println();
        Map<Fault, List<Verdict>> byFault = verdicts.stream().collect(Collectors.groupingBy(Verdict::fault));
        for (WorkshopProgram program : chosen(true, names)) {
            System.out.println(tally(program.name(), byFault.getOrDefault(program.fault(), List.of())));
        }
        System.out.println(tally("all", verdicts));
        Files.write(
                folder.resolve("clips"),
                verdicts.stream()
                        .flatMap(verdict -> verdict.clips(random).stream())
                        .toList());
    }

    private Verdict verdict(WorkshopProgram program, double dial, String name) throws Exception {
        Verdict verdict = verdictOnce(program, dial, name);
        for (int attempt = 2; attempt <= MOST_ATTEMPTS && !verdict.isValid(); attempt++) {
            verdict = verdictOnce(program, dial, name + "-again-" + attempt);
        }
        return verdict;
    }

    private Verdict verdictOnce(WorkshopProgram program, double dial, String name) throws Exception {
        double length = Verdict.namedWithin(program, dial) + LENGTH;
        Recorded recorded = new Performance(program, dial, new Performance.Lengths(CALM, length, REST))
                .record(jdk, folder.resolve(name));
        Verdict verdict = new Verdict(program, dial, recorded);
        System.out.println(verdict);
        return verdict;
    }

    private static String tally(String name, List<Verdict> verdicts) {
        List<Verdict> valid = verdicts.stream().filter(Verdict::isValid).toList();
        return String.format(
                Locale.ROOT,
                "%-17s %3d runs, heard in time %3d, named in time %3d, void %d, findings before it %d",
                name,
                valid.size(),
                valid.stream().filter(Verdict::isHeard).count(),
                valid.stream().filter(Verdict::isNamed).count(),
                verdicts.size() - valid.size(),
                verdicts.stream().mapToInt(verdict -> verdict.cries().size()).sum());
    }

    /** Whether a finding lasts as long as its fault: how often it ended and began anew. */
    private void lasting(double seconds, List<String> names) throws Exception {
        List<Trial<String>> trials = new ArrayList<>();
        for (WorkshopProgram program : chosen(true, names)) {
            if (program.fault() == Fault.LONG_STOP) {
                continue; // which is over when it is found
            }
            trials.add(() -> {
                double dial = lastingDial(program, seconds);
                Recorded run = new Performance(program, dial, new Performance.Lengths(CALM, seconds, REST))
                        .record(jdk, folder.resolve(program.name() + "-lasting"));
                String line = String.format(
                        Locale.ROOT,
                        "%-17s %8.3g %-22s begun %d times, held %5.1f %% of %.0f s",
                        program.name(),
                        dial,
                        program.unit(),
                        run.found(run.said("fault"), run.end()).stream()
                                .filter(found -> found.fault() == program.fault())
                                .count(),
                        100 * run.held(program.fault()) / (run.said("rest") - run.said("evidence")),
                        run.said("rest") - run.said("evidence"));
                System.out.println(line);
                return line;
            });
        }
        perform(trials);
    }

    private static double lastingDial(WorkshopProgram program, double seconds) {
        if (program.fault() == Fault.MEMORY_LEAK || program.fault() == Fault.FILE_DESCRIPTOR_LEAK) {
            return LASTING_LEAK * seconds / 60;
        }
        return program.isLogarithmic()
                ? Math.sqrt(program.low() * program.high())
                : (program.low() + program.high()) / 2;
    }

    private void health(double seconds, List<String> names) throws Exception {
        List<Trial<Integer>> trials = new ArrayList<>();
        for (WorkshopProgram program : chosen(false, names)) {
            trials.add(() -> {
                Recorded run = new Performance(program, 0, new Performance.Lengths(5, seconds, 0))
                        .record(jdk, folder.resolve(program.name()));
                List<Recorded.Told> found = run.found(0, run.end());
                System.out.printf(
                        Locale.ROOT,
                        "%-17s %4.0f s, %d findings, unusual %d times, anomaly %d times %s%n",
                        program.name(),
                        run.end(),
                        found.size(),
                        run.rises(0, run.end(), Scores.UNUSUAL),
                        run.rises(0, run.end(), Scores.ANOMALY),
                        found.isEmpty() ? "" : found);
                return found.size();
            });
        }
        int all = perform(trials).stream().mapToInt(Integer::intValue).sum();
        System.out.println("findings in all: " + all);
    }

    private List<WorkshopProgram> chosen(boolean faults, List<String> names) {
        return programs.stream()
                .filter(program -> program.isFault() == faults)
                .filter(program -> names.isEmpty() || names.contains(program.name()))
                .toList();
    }

    private <T> List<T> perform(List<Trial<T>> trials) throws Exception {
        ExecutorService performers = Executors.newFixedThreadPool(atATime);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Trial<T> trial : trials) {
                futures.add(performers.submit(() -> {
                    awaitStart();
                    return trial.perform();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            performers.shutdownNow();
        }
    }

    private void awaitStart() throws InterruptedException {
        synchronized (starts) {
            TimeUnit.SECONDS.sleep(BETWEEN_STARTS_SECONDS);
        }
    }

    /** One run, which may fail. */
    private interface Trial<T> {
        T perform() throws Exception;
    }
}
