package io.echotrace.voice;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Flatness;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Prints what the sound is worth by measurements on the rendered samples alone: a row for each test, with what the Python
 * program had, the target, and what is reached. Telling faults apart is {@code judge.Judge}; the same sound on every JDK
 * is {@code SameSoundIT}.
 */
final class SoundReport {
    private static final double[] CPU = {0.62, 0.04, 0.33, 0.95, 0.18, 0.77, 0.5, 0, 1, 0.25};
    private static final double[] RATES = {1, 1.33, 1.78, 2.37, 3.16, 4.22, 5.62, 7.5, 10};
    private static final double[] SCORES = {0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.6};
    private static final double[] PITCHES = {0, 0.25, 0.5, 0.75, 1};

    private SoundReport() {}

    public static void main(String[] arguments) {
        row("test", "original", "target", "here");
        pitch();
        rhythm();
        loudness();
        coherence();
        limits();
        stop();
        lasting();
    }

    private static void pitch() {
        double[] heard =
                map(CPU, cpu -> Pitch.f0(with(Control.GROUND_PITCH, cpu).steady(1)));
        double worst = IntStream.range(0, CPU.length)
                .mapToDouble(i -> Math.abs(Pitch.cents(200 * Math.pow(4, CPU[i]), heard[i])))
                .max()
                .orElseThrow();
        row("1 CPU to pitch", "1.000, up to 87 cents off", "rho >= 0.99, <= 10 cents", rho(CPU, heard), worst);
        double low = Pitch.cents(hz(0.045), hz(0.055));
        double high = Pitch.cents(hz(0.945), hz(0.955));
        row("2 log spacing", "51 against 13 cents", "ratio 0.9-1.1", low, high, high / low);
    }

    private static void rhythm() {
        double[] heard = map(
                RATES,
                rate -> Onsets.in(with(Control.PULSE_HZ, rate).steady(12), 900, 3200)
                        .rate());
        double worst = IntStream.range(0, RATES.length)
                .mapToDouble(i -> 100 * Math.abs(heard[i] / RATES[i] - 1))
                .max()
                .orElseThrow();
        row("3 network to rhythm", "always 10.0 Hz", "rho >= 0.99, <= 3 %", rho(RATES, heard), worst);
    }

    private static void loudness() {
        double[] memory =
                IntStream.rangeClosed(0, 12).mapToDouble(i -> i / 12.0).toArray();
        double[] heard = map(
                memory,
                share -> Loudness.integrated(
                        with(Control.BODY_DB, -14 + 14 * share).steady(3)));
        double least = IntStream.range(1, heard.length)
                .mapToDouble(i -> heard[i] - heard[i - 1])
                .min()
                .orElseThrow();
        row(
                "4 memory to loudness",
                "span 14.0, smallest step 0.6",
                "rho >= 0.99, 12-14 LU, >= 1 LU",
                rho(memory, heard),
                heard[12] - heard[0],
                least);
        double overCpu = spread(PITCHES, Control.GROUND_PITCH);
        row("5 cross-talk", "0.6; 3.1 LU", "<= 1.5; <= 1.0 LU", overCpu, spread(RATES, Control.PULSE_HZ));
    }

    private static void coherence() {
        double[] healthy = map(
                PITCHES,
                pitch -> Dissonance.of(with(Control.GROUND_PITCH, pitch).steady(2)));
        row(
                "6 healthy is coherent",
                "0.85",
                "<= 0.25",
                Arrays.stream(healthy).max().orElseThrow());
        double least = Double.POSITIVE_INFINITY;
        double leastRho = 1;
        for (int i = 0; i < PITCHES.length; i++) {
            double pitch = PITCHES[i];
            double[] wrong = map(
                    SCORES,
                    score -> Dissonance.of(with(Control.GROUND_PITCH, pitch)
                            .with(Control.FIFTH_TENSION, score)
                            .steady(4)));
            least = Math.min(least, wrong[5] / healthy[i]);
            leastRho = Math.min(leastRho, rho(SCORES, wrong));
        }
        row("7 failing is wrong", "R 1.1-1.2", "R >= 2.5, rho >= 0.95", least, leastRho);
        double below = Flatness.of(with(Control.NOISE, 0.59).steady(3));
        double above = Flatness.of(with(Control.NOISE, 0.8).steady(3));
        row("8 noise only above 0.6", "-", "< 0.001; > 0.05", below, above);
    }

    private static void limits() {
        Stage stage = Stage.healthy();
        for (int i = 0; i < 20; i++) {
            stage.with(Control.GROUND_PITCH, i % 2).with(Control.BODY_DB, -14 * (i % 2));
            stage.with(Control.FIFTH_TENSION, i % 3 / 2.0).at(4 + 0.3 * i);
        }
        row("9 no clicks", "16 in 4 s", "0", Clicks.in(stage.play(12)).size());
        Recording health = Stage.healthy().steady(20);
        row(
                "10 loudness of health",
                "-16 LUFS",
                "-30 +- 2 LUFS, <= -16, <= -3 dBTP",
                Loudness.integrated(health),
                Loudness.maxMomentary(health),
                TruePeak.dbtp(health));
    }

    private static void stop() {
        Recording sound =
                Stage.healthy().at(0).cue(Cue.Kind.HOLE, 5.00317, 0.5, 0).play(8);
        Holes.Hole hole = Holes.in(sound.slice(3, 8), 0.05).get(0);
        row("11 a stop is exact", "none", "+- 10 ms", 1e3 * (hole.start() - 2.00317), 1e3 * (hole.length() - 0.5));
    }

    private static void lasting() {
        Endurance.Steadiness steady = Endurance.health(60);
        row(
                "14 steady health",
                "continuous",
                "<= 2 changes a minute, events <= 0 dB",
                steady.changesAMinute() <= 2 && steady.loudestEventDb() <= 0,
                steady.changesAMinute(),
                steady.loudestEventDb());
        System.out.printf(
                "   (in an hour: pitch %d, loudness %d, pace %d)%n",
                steady.ofPitch(), steady.ofLoudness(), steady.ofPace());
        Endurance.Constancy constancy = Endurance.constant(8);
        row(
                "15 nothing rots",
                "-",
                "<= 0.1 dB, -30 +- 2 LUFS, <= +3 LU, <= 500 kB",
                constancy.bandsDb() <= 0.1
                        && Math.abs(constancy.lufs() + 30) <= 2
                        && constancy.momentaryOverLufs() <= 3
                        && constancy.heapKilobytes() <= 500,
                constancy.bandsDb(),
                constancy.lufs(),
                constancy.momentaryOverLufs(),
                constancy.heapKilobytes());
    }

    private static Stage with(Control control, double value) {
        return Stage.healthy().with(control, value);
    }

    private static double hz(double cpu) {
        return Pitch.f0(with(Control.GROUND_PITCH, cpu).steady(1));
    }

    private static double[] map(double[] values, DoubleUnaryOperator measure) {
        return Arrays.stream(values).map(measure).toArray();
    }

    private static double rho(double[] given, double[] heard) {
        return new SpearmansCorrelation().correlation(given, heard);
    }

    private static double spread(double[] values, Control control) {
        DoubleSummaryStatistics loudness = Arrays.stream(values)
                .map(value -> Loudness.integrated(with(control, value).steady(4)))
                .summaryStatistics();
        return loudness.getMax() - loudness.getMin();
    }

    private static void row(String test, String original, String target, boolean met, double... measured) {
        row(test, original, (met ? "met: " : "MISSED: ") + target, measured);
    }

    private static void row(String test, String original, String target, double... measured) {
        StringBuilder here = new StringBuilder();
        for (double value : measured) {
            here.append(here.length() == 0 ? "" : "; ").append(String.format(Locale.ROOT, "%.4g", value));
        }
        row(test, original, target, here.toString());
    }

    private static void row(String test, String original, String target, String here) {
        System.out.printf("%-24s %-30s %-52s %s%n", test, original, target, here);
    }
}
