package io.echotrace.it.budget;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures all budgets on JDKs, prints a table of each, and writes the raw numbers. Takes about six minutes a JDK, and
 * wants a machine that does nothing else.
 *
 * <p>Arguments: the folder for the raw numbers, {@code full} or {@code quick}, the versions of the JDKs.
 */
final class BudgetRun {
    private static final String STOLEN = "machine_stolen_percent";

    private final Effort effort;
    private final Path folder = Files.createTempDirectory("echotrace-budget");

    private BudgetRun(Effort effort) throws IOException {
        this.effort = effort;
    }

    public static void main(String[] arguments) throws Exception {
        Path results = Files.createDirectories(Path.of(arguments[0]));
        BudgetRun run = new BudgetRun(Effort.valueOf(arguments[1]));
        for (String version : List.of(arguments).subList(2, arguments.length)) {
            int jdk = Integer.parseInt(version);
            RawNumbers numbers = run.measure(jdk);
            Path file = results.resolve(LocalDate.now(ZoneOffset.UTC) + "-jdk" + jdk + ".csv");
            numbers.write(file);
            print(jdk, numbers, file);
        }
    }

    private RawNumbers measure(int jdk) throws IOException, InterruptedException {
        RawNumbers numbers = new RawNumbers();
        numbers.add(Key.of(Budgets.JAR, Setup.WITHOUT), 1, Files.size(JvmLauncher.AGENT) / 1e6);
        StolenTime stolen = new StolenTime();
        new StartMeasurement(new Hosts(jdk, folder, null), numbers).run(effort);
        numbers.add(new Key(STOLEN, "start", Setup.WITHOUT), 1, stolen.percent());
        watch(jdk, numbers);
        numbers.add(new Key(STOLEN, "steady", Setup.WITHOUT), 1, stolen.percent());
        new SynthesisMeasurement(numbers).run(jdk, effort);
        numbers.add(new Key(STOLEN, "synthesis", Setup.WITHOUT), 1, stolen.percent());
        return numbers;
    }

    private void watch(int jdk, RawNumbers numbers) throws IOException, InterruptedException {
        List<Setup> setups = new ArrayList<>(List.of(Setup.WITHOUT, Setup.RECORDING));
        try (VirtualSoundCard card = VirtualSoundCard.isInstalled() ? VirtualSoundCard.start(folder) : null) {
            if (card != null) {
                setups.add(Setup.PLAYING);
            }
            SteadyMeasurement steady = new SteadyMeasurement(new Hosts(jdk, folder, card), numbers, effort);
            for (int run = 1; run <= effort.watches; run++) {
                steady.run(run, setups);
            }
        }
    }

    private static void print(int jdk, RawNumbers numbers, Path file) {
        System.out.printf(Locale.ROOT, "JDK %d%n%s%n", jdk, Budget.HEADER);
        Budgets.ALL.forEach(budget -> System.out.println(budget.judge(numbers)));
        System.out.println("Beside the budgets, medians:");
        for (Key key : numbers.keys()) {
            if (Budgets.ALL.stream().noneMatch(budget -> budget.uses(key))) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-22s %-14s %-18s %10.3f%n",
                        key.quantity(),
                        key.setup().id(),
                        key.part(),
                        Median.of(numbers.of(key)));
            }
        }
        System.out.println("Raw numbers: " + file);
    }
}
