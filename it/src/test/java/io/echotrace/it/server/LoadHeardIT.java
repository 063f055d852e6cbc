package io.echotrace.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.it.host.Hesitant;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.it.sound.RecordedRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A load test heard: requests at a constant rate, then three times as many, then as many of a service that hesitates at
 * random. All is measured in the WAV. {@code -Dload.seconds=60} makes each stretch so long.
 */
@Isolated
class LoadHeardIT {
    private static final double LOW_RATE = 25;
    private static final double HIGH_RATE = 75;
    /** Requests a second at which the pulse is fastest: low, so that a short stretch has many beats. */
    private static final int MAX_RATE = 200;

    private static final int THREADS = 16;

    /** Until the server has done everything once. */
    private static final double STARTING_SECONDS = 6;
    /** Until the rate of the last two seconds is that of the stretch, and the pulse is there. */
    private static final double SETTLING_SECONDS = 3.5;
    /** Jitter is found when it has lasted for three seconds, and measured over two. */
    private static final double FINDING_SECONDS = 6;

    private static final int BEATS = 12;
    private static final double PULSE_LOW_HZ = 900;
    private static final double PULSE_HIGH_HZ = 3200;

    /** No collection, and no second compiler: its bursts of work are glides of the pitch, in which the ear loses beats. */
    private static final List<String> EVEN =
            List.of("-XX:+UseSerialGC", "-Xmn256m", "-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path folder;

    private int attempt;

    @Test
    void requests_areThePulse_whichStaggersWithThem() throws Exception {
        Attempts.make(this::measure);
    }

    private void measure() throws Exception {
        Path place = Files.createDirectories(folder.resolve(String.valueOf(++attempt)));
        Path wav = place.resolve("load.wav");
        Instant[] starts = new Instant[4];
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), place);
        EVEN.forEach(launcher::jvmOption);
        launcher.agent("methods=@http,methods.max=" + MAX_RATE + ",live=off,wav=" + wav);
        try (TargetJvm jvm = launcher.start(Hesitant.class)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> jvm.stdout().startsWith("port "));
            URI server = URI.create(
                    "http://127.0.0.1:" + jvm.stdout().replace("port ", "").strip() + "/");
            starts[0] = Instant.now();
            assertSent(new Load(server.resolve("steady"), THREADS), LOW_RATE, seconds(12));
            starts[1] = Instant.now();
            assertSent(new Load(server.resolve("steady"), THREADS), HIGH_RATE, seconds(9));
            starts[2] = Instant.now();
            assertSent(new Load(server.resolve("hesitant"), THREADS), HIGH_RATE, seconds(12));
            starts[3] = Instant.now();
            jvm.process().destroy();
            jvm.awaitEnd();
        }
        RecordedRun run =
                new RecordedRun(wav.toFile(), place.resolve("load.csv").toFile());
        Onsets low = pulse(wav, run.secondsAt(starts[0]) + STARTING_SECONDS, run.secondsAt(starts[1]));
        Onsets high = pulse(wav, run.secondsAt(starts[1]) + SETTLING_SECONDS, run.secondsAt(starts[2]));
        Onsets hesitant = pulse(wav, run.secondsAt(starts[2]) + FINDING_SECONDS, run.secondsAt(starts[3]));
        System.out.printf(
                "pulse %.3f Hz of %.3f, %.3f of %.3f; variation, and of twelve beats the least and the median: %s, %s, then %s%n",
                low.rate(), pulseHz(LOW_RATE), high.rate(), pulseHz(HIGH_RATE), told(low), told(high), told(hesitant));
        assertThat(low.rate()).isCloseTo(pulseHz(LOW_RATE), within(0.03 * pulseHz(LOW_RATE)));
        assertThat(high.rate()).isCloseTo(pulseHz(HIGH_RATE), within(0.03 * pulseHz(HIGH_RATE)));
        assertThat(variations(low)[0]).isLessThan(0.01);
        assertThat(variations(high)[0]).isLessThan(0.01);
        assertThat(median(variations(hesitant))).isGreaterThan(0.1);
    }

    private static String told(Onsets pulse) {
        double[] variations = variations(pulse);
        return String.format("%.4f %.4f %.4f", pulse.variation(), variations[0], median(variations));
    }

    /**
     * The variations of so many beats in a row, wherever they begin, from the least on. A machine that is busy with
     * something else disturbs the requests, and the pitch, in which the ear then loses beats; but not all of the time.
     */
    private static double[] variations(Onsets pulse) {
        double[] intervals = pulse.intervals();
        return IntStream.rangeClosed(0, intervals.length - BEATS)
                .mapToDouble(i -> new StandardDeviation().evaluate(intervals, i, BEATS)
                        / new Mean().evaluate(intervals, i, BEATS))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void assertSent(Load load, double perSecond, double seconds) throws InterruptedException {
        assertThat(load.run(perSecond, seconds)).isCloseTo((int) (perSecond * seconds), within(THREADS));
    }

    private static double seconds(double shortForm) {
        return Math.max(shortForm, Double.parseDouble(System.getProperty("load.seconds", "0")));
    }

    private static Onsets pulse(Path wav, double fromSeconds, double toSeconds) throws IOException {
        return Onsets.in(Recording.of(wav.toFile(), fromSeconds, toSeconds).mono(), PULSE_LOW_HZ, PULSE_HIGH_HZ);
    }

    /** One to ten hertz for none to the most requests a second, by the logarithm of their rate. */
    private static double pulseHz(double requestsPerSecond) {
        return Math.pow(10, Math.log1p(requestsPerSecond) / Math.log1p(MAX_RATE));
    }
}
