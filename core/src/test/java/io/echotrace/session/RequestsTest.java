package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with requests is heard, from the rows to the WAV. */
class RequestsTest {
    private static final int ROWS_PER_SECOND = 10;

    @TempDir
    Path folder;

    private final Rows measured = Rows.ofCatalogue()
            .set(Metrics.PROCESS_CPU, 0.3)
            .set(Metrics.SYSTEM_MEMORY, 0.5)
            .set(Metrics.NETWORK_RECEIVE, 500e3)
            .set(Metrics.NETWORK_TRANSMIT, 500e3)
            .set(Metrics.METHOD_RATE, 100)
            .set(Metrics.METHOD_ERRORS, 0)
            .set(Metrics.METHOD_JITTER, 2);
    private final List<Row> rows = new ArrayList<>();

    /** The weakest that is one, and the worst. */
    @ParameterizedTest
    @ValueSource(doubles = {4.3, 60})
    void pulse_staggersWhileRequestsTakeIrregularTimes_andKeepsItsRate(double jitter) throws IOException {
        goOn(25);
        measured.set(Metrics.METHOD_JITTER, jitter);
        goOn(35);
        measured.set(Metrics.METHOD_JITTER, 2);
        goOn(17);
        Recording sound = rendered("run.wav");
        Onsets before = pulses(sound.slice(8, 24));
        Onsets meanwhile = pulses(sound.slice(29, 59));
        Onsets after = pulses(sound.slice(63, 77));
        assertThat(before.variation()).isLessThan(0.01);
        assertThat(meanwhile.variation()).isGreaterThan(0.1);
        assertThat(after.variation()).isLessThan(0.01);
        assertThat(meanRate(meanwhile)).isCloseTo(meanRate(before), within(0.03 * meanRate(before)));
        assertThat(Clicks.in(sound)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void errors_areSparks_softWhileTheyAreFew_loudInABurst(int sampleRateHz) throws IOException {
        goOn(10);
        double[] few = {11.3, 41.9, 73.4}; // half a minute apart: more often they would not all be heard
        for (double seconds : few) {
            goOn(seconds - rows.size() / (double) ROWS_PER_SECOND);
            fail(1);
        }
        goOn(80 - rows.size() / (double) ROWS_PER_SECOND);
        for (int i = 0; i < 40; i++) {
            fail(1);
        }
        goOn(20);
        Recording sound = rendered("run.wav", sampleRateHz);
        for (double each : few) {
            double[] soft =
                    Onsets.in(sound.slice(each - 1.3, each + 1.2), 3450, 4000).instants();
            assertThat(soft).hasSize(1);
            assertThat(soft[0] - 1.3).isBetween(-0.105, 0.005); // in the row that counted it
        }
        assertThat(onsets(sound.slice(80, 84)).length).isGreaterThan(25);
        assertThat(onsets(sound.slice(94, 98)))
                .as("when the burst's novelty, too, has faded")
                .isEmpty();
        assertThat(level(sound, 81, 84)).isGreaterThan(level(sound, 73, 77) + 12);
        assertThat(level(sound, 98, 102)).isLessThan(level(sound, 81, 84) - 30);
        assertThat(Onsets.in(sound.slice(80, 84), 900, 3200).rate())
                .isCloseTo(pulses(sound.slice(4, 9)).rate(), within(0.1));
        assertThat(Clicks.in(sound)).isEmpty();
    }

    private void goOn(double seconds) {
        for (int i = 0; i < Math.round(seconds * ROWS_PER_SECOND); i++) {
            rows.add(measured.at(rows.size() / (double) ROWS_PER_SECOND));
        }
    }

    /** One more row, in which so many calls have failed. */
    private void fail(int count) {
        long interval = 1_000_000_000L / ROWS_PER_SECOND;
        if (count > 0) {
            long from = (rows.size() - 1) * interval;
            measured.occurs(new Occurrence(Occurrence.Kind.ERROR, from, interval, String.valueOf(count)));
        }
        measured.set(Metrics.METHOD_ERRORS, count * ROWS_PER_SECOND);
        goOn(1.0 / ROWS_PER_SECOND);
        measured.set(Metrics.METHOD_ERRORS, 0);
    }

    private Recording rendered(String name) throws IOException {
        return rendered(name, 24_000);
    }

    private Recording rendered(String name, int sampleRateHz) throws IOException {
        File wav = folder.resolve(name).toFile();
        new Rendering(SoundOptions.DEFAULT.withWav(sampleRateHz, 2))
                .render(measured.metrics(), rows.iterator(), name, wav, seconds -> {});
        return Recording.of(wav);
    }

    private static Onsets pulses(Recording sound) {
        return Onsets.in(sound, 900, 3200);
    }

    private static double meanRate(Onsets onsets) {
        double[] instants = onsets.instants();
        return (instants.length - 1) / (instants[instants.length - 1] - instants[0]);
    }

    /** In the upper part of their band: a pulse or two is heard below, where sparks are so few. */
    private static double[] onsets(Recording sound) {
        return Onsets.in(sound, 4200, 6000).instants();
    }

    private static double level(Recording sound, double fromSeconds, double toSeconds) {
        return Bands.level(sound.slice(fromSeconds, toSeconds), 4200, 6000);
    }
}
