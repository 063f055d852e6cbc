package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import java.util.List;

/**
 * How one fault goes on, from row to row: whether it holds, how bad it is, since when, and whether it is known already,
 * because the user has said so or because it has held for ten minutes. The probe thread's own.
 */
final class FaultCourse {
    private static final long OLD_NANOS = 600_000_000_000L;
    /** What is known is 12 dB softer. */
    private static final double KNOWN_GAIN = 0.25;

    private final Fault fault;
    private final SoundChoices choices;
    private double chosenGain = 1;
    private double companyGain = 1;
    private boolean holding;
    private boolean acknowledged;
    private double severity;
    private long sinceNanos;
    private long nowNanos;

    /** @param choices which may have other faults sound like this one */
    FaultCourse(Fault fault, SoundChoices choices) {
        this.fault = fault;
        this.choices = choices;
    }

    /** Takes the next row, with all that holds. */
    void follow(Row row, List<Finding> findings) {
        nowNanos = row.atNanos();
        boolean held = holding;
        holding = false;
        severity = 0;
        for (Finding finding : findings) {
            if (choices.soundOf(finding.fault()) == fault) {
                chosenGain =
                        holding ? Math.max(chosenGain, choices.gain(finding.fault())) : choices.gain(finding.fault());
                severity = Math.max(severity, finding.severity());
                holding = true;
            }
        }
        if (!held) {
            sinceNanos = nowNanos; // what began long before it was found has not been heard yet
        }
        acknowledged = holding && ((held && acknowledged) || acknowledges(row));
    }

    /** Whether it holds now. */
    boolean holds() {
        return holding;
    }

    /** How bad it is, 0…1; 0 when it does not hold. */
    double severity() {
        return severity;
    }

    /** How bad it is among what is heard at all: 0 at the weakest that is heard, 1 at the worst. */
    double way() {
        return Math.max(0, (severity - Scores.UNUSUAL) / (1 - Scores.UNUSUAL));
    }

    /** Amplitude of what sounds for it: from {@code least} for the weakest finding to 1 for the worst; 0 when it does not hold. */
    double amplitude(double least) {
        return holding ? gain() * (least + (1 - least) * way()) : 0;
    }

    /** Makes it softer, or not, since others hold as well. */
    void amongOthers(double gain) {
        companyGain = gain;
    }

    /** 1, or less when it is known, is to be softer, or is one of many. */
    double gain() {
        return (isKnown() ? KNOWN_GAIN : 1) * chosenGain * companyGain;
    }

    /** The same in decibels; 0 when it does not hold. */
    double gainDb() {
        return holding ? 20 * StrictMath.log10(gain()) : 0;
    }

    /** Whether the user knows: it was acknowledged, or has held for ten minutes. */
    boolean isKnown() {
        return acknowledged || (holding && nowNanos - sinceNanos >= OLD_NANOS);
    }

    /** Whether the user has said so. */
    boolean isAcknowledged() {
        return acknowledged;
    }

    private static boolean acknowledges(Row row) {
        for (Occurrence occurrence : row.occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.ACKNOWLEDGE) {
                return true;
            }
        }
        return false;
    }
}
