package io.echotrace.judge;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * At least three minutes of health, then one or more faults, or none: rows, and what is found in them, as the contract of
 * the sound says that such faults show. Nothing here knows how it will sound.
 */
final class Scene {
    private static final double HEALTH_SECONDS = 180;
    /** Of several faults, the last is found at most so long after the first. */
    private static final double STAGGER_SECONDS = 1;

    private final Machine machine = new Machine();
    private final Background background;
    private final List<Trouble> troubles = new ArrayList<>();
    private final double faultySeconds;

    /** @param labels faults, each at most once; none for health */
    Scene(List<Label> labels, long seed) {
        Chance chance = new Chance(seed);
        background = new Background(chance, machine);
        double first = HEALTH_SECONDS + chance.between(0, 10);
        double last = first;
        for (Label label : labels) {
            double foundAt = first + (troubles.isEmpty() ? 0 : chance.between(0, STAGGER_SECONDS));
            double severity = chance.between(0.4, 1);
            Symptoms symptoms = new Symptoms(chance, machine, background, severity, foundAt);
            troubles.add(new Trouble(label, severity, foundAt, symptoms.of(label)));
            last = foundAt;
        }
        faultySeconds = last;
    }

    /** When the last of its faults is due to be found; in health an instant as good as any other. */
    double faultySeconds() {
        return faultySeconds;
    }

    /** The next row, and what holds. */
    Step next() {
        machine.advance();
        background.show(machine);
        List<Finding> findings = new ArrayList<>();
        for (Trouble trouble : troubles) {
            trouble.show(machine);
            if (machine.now() >= trouble.foundAt) {
                findings.add(trouble.finding());
            }
        }
        background.conclude(machine);
        return new Step(machine.row(), findings);
    }

    /** A row and the findings that hold in it. */
    record Step(Row row, List<Finding> findings) {}

    private record Trouble(Label label, double severity, double foundAt, Symptom symptom) {
        void show(Machine machine) {
            double since = machine.now() - foundAt + symptom.lead();
            if (since >= 0) {
                symptom.show(machine, since);
            }
        }

        Finding finding() {
            long start = Machine.nanos(foundAt);
            return new Finding(label.fault(), severity, start, Finding.ONGOING, label.words());
        }
    }
}
