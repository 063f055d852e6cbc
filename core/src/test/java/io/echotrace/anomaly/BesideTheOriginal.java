package io.echotrace.anomaly;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.Locale;
import java.util.Random;

/**
 * The original's score and ours, both heard from 0.3, on the same made-up recordings of a machine, ten samples a second: ten minutes of health
 * (calm, bursty or with steps of load), then two minutes in which something is wrong. What counts for both is the share of
 * healthy seconds after the learning phase that are heard as unusual, and whether a fault is heard within ten seconds and
 * more than anything in the recording's health. The main class prints the table.
 */
final class BesideTheOriginal {
    private static final int HEALTHY_SECONDS = 600;
    private static final int SECONDS = 720;
    private static final int HEARD_WITHIN_SECONDS = 10;
    private static final int SAMPLES = 10;
    private static final int RUNS = 10;

    enum Health {
        CALM,
        BURSTY,
        STEPS_OF_LOAD
    }

    enum Fault {
        HANG,
        RUNAWAY_PROCESSOR,
        FLOOD
    }

    /** What of a recording was heard. */
    static final class Heard {
        int healthySeconds;
        int falseSeconds;
        int recordings;
        int faults;

        double falseShare() {
            return (double) falseSeconds / healthySeconds;
        }

        private void take(double[] scores) {
            recordings++;
            double highestOfHealth = 0;
            for (int second = Scorer.LEARNING_ROWS; second < HEALTHY_SECONDS; second++) {
                healthySeconds++;
                falseSeconds += scores[second] >= Scores.UNUSUAL ? 1 : 0;
                highestOfHealth = Math.max(highestOfHealth, scores[second]);
            }
            double highest = 0;
            for (int second = HEALTHY_SECONDS; second < HEALTHY_SECONDS + HEARD_WITHIN_SECONDS; second++) {
                highest = Math.max(highest, scores[second]);
            }
            faults += highest >= Scores.UNUSUAL && highest > highestOfHealth ? 1 : 0;
        }
    }

    final Heard original = new Heard();
    final Heard ours = new Heard();

    private BesideTheOriginal() {}

    public static void main(String[] args) {
        System.out.println(
                "health, then fault                  heard within 10 s     healthy seconds heard as unusual");
        System.out.println("                                    original    ours     original    ours");
        for (Health health : Health.values()) {
            for (Fault fault : Fault.values()) {
                BesideTheOriginal both = of(health, fault);
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %-20s %5d/%d %5d/%d %11.2f %% %6.2f %%%n",
                        health,
                        fault,
                        both.original.faults,
                        both.original.recordings,
                        both.ours.faults,
                        both.ours.recordings,
                        100 * both.original.falseShare(),
                        100 * both.ours.falseShare());
            }
        }
    }

    static BesideTheOriginal of(Health health, Fault fault) {
        BesideTheOriginal both = new BesideTheOriginal();
        for (int run = 0; run < RUNS; run++) {
            both.listen(health, fault, run);
        }
        return both;
    }

    private void listen(Health health, Fault fault, int seed) {
        Machine machine = new Machine(health, fault, new Random(seed));
        Rows rows = new Rows(
                Metrics.SYSTEM_CPU,
                Metrics.NETWORK_RECEIVE,
                Metrics.SYSTEM_MEMORY,
                Metrics.DISK_WRITE,
                Metrics.THREADS,
                Metrics.STALL);
        Scorer scorer = new Scorer(rows.metrics());
        OriginalScore score = new OriginalScore();
        double[] ofOriginal = new double[SECONDS];
        double[] ofOurs = new double[SECONDS];
        for (int i = 0; i < SECONDS * SAMPLES; i++) {
            int second = i / SAMPLES;
            machine.next(second >= HEALTHY_SECONDS, i);
            Row row = machine.row(rows, i / (double) SAMPLES);
            ofOurs[second] = Math.max(ofOurs[second], scorer.score(row).highest());
            ofOriginal[second] = Math.max(ofOriginal[second], machine.score(score));
        }
        original.take(ofOriginal);
        ours.take(ofOurs);
    }

    /** A machine under some load. */
    private static final class Machine {
        private final Health health;
        private final Fault fault;
        private final Random random;
        private double load = 0.3;
        private double processor;
        private double network;
        private double disk;
        private double late;

        Machine(Health health, Fault fault, Random random) {
            this.health = health;
            this.fault = fault;
            this.random = random;
        }

        void next(boolean wrong, int sample) {
            if (health == Health.STEPS_OF_LOAD && sample % 1000 == 0) {
                load = 0.1 + 0.6 * random.nextDouble();
            }
            double spread = health == Health.CALM ? 0.05 : 0.3;
            processor = Math.min(1, load * Math.exp(spread * random.nextGaussian()));
            network = 2e6 * load * Math.exp(spread * random.nextGaussian());
            boolean quiet = health == Health.BURSTY && random.nextInt(20) != 0;
            disk = quiet ? 0 : 1e6 * load * Math.exp(spread * random.nextGaussian());
            late = 0.0005 * -Math.log(1 - random.nextDouble());
            if (wrong) {
                goWrong();
            }
        }

        private void goWrong() {
            switch (fault) {
                case HANG:
                    processor = 0.002;
                    network = 0;
                    disk = 0;
                    break;
                case RUNAWAY_PROCESSOR:
                    processor = 0.995 + 0.005 * random.nextDouble();
                    break;
                case FLOOD:
                    network *= 50;
                    break;
            }
        }

        Row row(Rows rows, double seconds) {
            return rows.set(Metrics.SYSTEM_CPU, processor)
                    .set(Metrics.NETWORK_RECEIVE, network)
                    .set(Metrics.SYSTEM_MEMORY, 0.6)
                    .set(Metrics.DISK_WRITE, disk)
                    .set(Metrics.THREADS, 40)
                    .set(Metrics.STALL, late)
                    .at(seconds);
        }

        double score(OriginalScore original) {
            return original.next(processor, network, 0.6, disk, 0.1 + late);
        }
    }
}
