package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ear makes of requests that are counted in rows: now one more, now one less. */
class PulseOfRequestsTest {
    /** Glides, the start fade, and what is not yet known of a rate. */
    private static final double SETTLED_SECONDS = 5;

    @TempDir
    Path folder;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(doubles = {2, 20, 100, 1000, 5000})
    void constantRate_isAPulseOfItsRate_withinThreePercent_andSteady(double perSecond) throws IOException {
        Recording sound = render(arrivals(at -> perSecond, 0.4, 25));
        assertPulse(sound.slice(SETTLED_SECONDS, 25), perSecond);
    }

    /** As of a load generator whose callers wait for each other: the rows do not make up for each other. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 1000, 5000})
    void rateThatWavers_byATenthFromRowToRow_isASteadyPulse_too(double perSecond) throws IOException {
        Rows rows = rows();
        List<Row> series = new ArrayList<>();
        for (int i = 0; i <= 250; i++) {
            double wavering = perSecond * (0.9 + 0.1 * random.nextInt(3));
            series.add(rows.set(Metrics.METHOD_RATE, wavering).at(i / 10.0));
        }
        assertPulse(render(series).slice(SETTLED_SECONDS, 25), perSecond);
    }

    @ParameterizedTest
    @CsvSource({"100, 400", "400, 100", "20, 24", "1000, 5000", "5000, 20"})
    void step_isFollowedWithinFourSeconds(double before, double after) throws IOException {
        Recording sound = render(arrivals(at -> at < 15 ? before : after, 0.4, 30));
        assertPulse(sound.slice(SETTLED_SECONDS, 15), before);
        assertPulse(sound.slice(19, 30), after);
    }

    private static void assertPulse(Recording sound, double perSecond) {
        double hz = Math.pow(10, Math.log1p(perSecond) / Math.log1p(5000));
        Onsets onsets = Onsets.in(sound, 900, 3200);
        assertThat(onsets.rate()).isCloseTo(hz, within(0.03 * hz));
        assertThat(onsets.variation()).isLessThan(0.01);
    }

    /**
     * Rows of requests that a generator sends at a pace, each a little early or late.
     *
     * @param jitter share of their distance by which they are early or late at most
     */
    private List<Row> arrivals(DoubleUnaryOperator rate, double jitter, double seconds) {
        Rows rows = rows();
        List<Row> series = new ArrayList<>();
        double previous = 0;
        double paced = 0;
        double next = 0;
        for (int i = 1; previous < seconds; i++) {
            double now = i / 10.0 + Math.round(3 * random.nextDouble()) / 1000.0; // a late wake-up
            long count = 0;
            while (next <= now) {
                count++;
                paced += 1 / rate.applyAsDouble(paced);
                next = paced + jitter * (2 * random.nextDouble() - 1) / rate.applyAsDouble(paced);
            }
            series.add(rows.set(Metrics.METHOD_RATE, count / (now - previous)).at(now));
            previous = now;
        }
        return series;
    }

    private static Rows rows() {
        Rows rows = new Rows(Metrics.PROCESS_CPU, Metrics.SYSTEM_MEMORY, Metrics.NETWORK_RECEIVE, Metrics.METHOD_RATE);
        return rows.set(Metrics.PROCESS_CPU, 0.3)
                .set(Metrics.SYSTEM_MEMORY, 0.5)
                .set(Metrics.NETWORK_RECEIVE, 3e6);
    }

    private Recording render(List<Row> series) throws IOException {
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT)
                .render(
                        series.get(0).snapshot().metrics(),
                        series.iterator(),
                        "requests",
                        folder.resolve("requests.wav").toFile(),
                        seconds -> {});
        return Recording.of(sound.files().get(0));
    }
}
