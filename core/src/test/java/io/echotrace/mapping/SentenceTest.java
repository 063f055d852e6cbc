package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    private final Rows rows = Rows.ofCatalogue();
    private final Sentence sentence = sentence(CallMetrics.ofAll(), true);

    private static Sentence sentence(CallMetrics requests, boolean named) {
        return new Sentence(new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, requests, named, false));
    }

    @Test
    void health_isEachVoice_andThatAllIsWell() {
        rows.set(Metrics.PROCESS_CPU, 0.12).set(Metrics.HEAP_AFTER_GC, 0.31);
        rows.set(Metrics.NETWORK_RECEIVE, 25e3).set(Metrics.NETWORK_TRANSMIT, 15e3);
        assertThat(sentence.of(rows.at(0), 0, null, List.of()))
                .isEqualTo("Ground low: CPU 12 %. Pulse slow and steady: network 40 kB/s. Sound soft: memory 31 %."
                        + " All is well.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, low: CPU 0 %",
        "0.32, low: CPU 32 %",
        "0.34, in the middle: CPU 34 %",
        "0.65, in the middle: CPU 65 %",
        "0.68, high: CPU 68 %",
        "1, high: CPU 100 %"
    })
    void ground_isCalledByTheThirdOfItsRange(double cpu, String words) {
        rows.set(Metrics.PROCESS_CPU, cpu);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Ground " + words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, slow and steady: network 0 B/s",
        "640, slow and steady: network 640 B/s",
        "40e3, slow and steady: network 40 kB/s",
        "3.2e6, at medium pace and steady: network 3.2 MB/s",
        "90e6, fast and steady: network 90.0 MB/s",
        "2e9, fast and steady: network 2000.0 MB/s"
    })
    void pulse_isCalledByItsPace(double bytesPerSecond, String words) {
        rows.set(Metrics.NETWORK_RECEIVE, bytesPerSecond);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Pulse " + words);
    }

    @Test
    void floor_isSaid_unlessTheDiskIsIdle() {
        rows.set(Metrics.DISK_UTILIZATION, 0.04);
        assertThat(sentence.voices(rows.at(0))).isEmpty();
        rows.set(Metrics.DISK_UTILIZATION, 0.4);
        assertThat(sentence.voices(rows.at(1))).containsExactly("Floor murmuring: disk 40 % busy");
    }

    @ParameterizedTest
    @CsvSource({"0.01, steady", "0.03, steady", "0.031, stumbling", "2, stumbling"})
    void pulse_stumbles_whereWakeUpsAreLate(double stallSeconds, String word) {
        rows.set(Metrics.NETWORK_RECEIVE, 0).set(Metrics.STALL, stallSeconds);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Pulse slow and " + word + ": network 0 B/s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0.5 | slow and steady: 0 requests/s, p99 500 ms",
                "0.0333333 | 1.26 | slow and steady: 0.033 requests/s, p99 1.3 s",
                "0.5 | 1.26 | slow and steady: 0.5 requests/s, p99 1.3 s",
                "15 | 0.0025 | slow and steady: 15 requests/s, p99 2.5 ms",
                "210 | 0.012 | at medium pace and steady: 210 requests/s, p99 12 ms",
                "4000 | 0.0000421 | fast and steady: 4000 requests/s, p99 42 µs",
                "90000 | 0.0000000851 | fast and steady: 90000 requests/s, p99 85 ns",
                "210 |  | at medium pace and steady: 210 requests/s"
            })
    void pulse_isTheRequests_whereTheyAreKnown(double perSecond, @Nullable Double p99, String words) {
        rows.set(Metrics.NETWORK_RECEIVE, 90e6);
        rows.set(Metrics.METHOD_RATE, perSecond).set(Metrics.METHOD_P99, p99 == null ? Double.NaN : p99);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Pulse " + words);
    }

    @Test
    void pulse_stumbles_whileRequestsJitter() {
        rows.set(Metrics.METHOD_RATE, 210).set(Metrics.METHOD_P99, 0.3);
        Finding jitter = new Finding(Fault.LATENCY_JITTER, 0.5, 0, Finding.ONGOING, "p99 is 12 × the median");
        assertThat(sentence.of(rows.at(0), 0.5, null, List.of(jitter)))
                .startsWith(
                        "Pulse at medium pace, sour and stumbling: 210 requests/s, p99 300 ms. latency jitter: p99 is 12 ×");
    }

    @Test
    void requests_areThoseOfTheirGroup() {
        CallMetrics http = CallMetrics.ofGroup("@http");
        Rows calls = new Rows(Metrics.METHOD_RATE, Metrics.METHOD_P99, http.rate(), http.p99());
        calls.set(Metrics.METHOD_RATE, 4000)
                .set(Metrics.METHOD_P99, 0.001)
                .set(http.rate(), 12)
                .set(http.p99(), 0.25);
        Sentence ofGroup = sentence(http, true);
        assertThat(ofGroup.voices(calls.at(0))).containsExactly("Pulse slow and steady: 12 requests/s, p99 250 ms");
        assertThat(sentence(CallMetrics.ofAll(), false).voices(calls.at(1)))
                .containsExactly("Pulse fast and steady: 4000 calls/s, p99 1.0 ms");
        calls.set(http.rate(), Double.NaN);
        assertThat(ofGroup.voices(calls.at(2)))
                .as("the group has nothing to tell")
                .containsExactly("Pulse fast and steady: 4000 calls/s, p99 1.0 ms");
    }

    @Test
    void pulseThatIsOff_isNotTalkedOf() {
        Rows calls = new Rows(Metrics.METHOD_RATE).set(Metrics.METHOD_RATE, 4000);
        SoundTable table = new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, CallMetrics.ofAll(), false, false);
        SoundTable without = table.with(SoundChoices.NONE.with("pulse-hz", "off", table));
        assertThat(new Sentence(table).voices(calls.at(0))).hasSize(1);
        assertThat(new Sentence(without).voices(calls.at(0))).isEmpty();
    }

    @Test
    void errors_areSparks_butABurstSaysItself() {
        rows.set(Metrics.METHOD_ERRORS, 0.7);
        assertThat(sentence.of(rows.at(0), 0, null, List.of())).isEqualTo("Sparks: 0.7 errors/s. All is well.");
        Finding burst = new Finding(Fault.ERROR_BURST, 0.5, 0, Finding.ONGOING, "8 % of the calls fail");
        assertThat(sentence.of(rows.at(0), 0.5, null, List.of(burst))).doesNotContain("Sparks");
        assertThat(sentence.voices(rows.set(Metrics.METHOD_ERRORS, 0).at(1))).isEmpty();
    }

    /** As the pulse does, which goes on as it was. */
    @Test
    void requests_areSaidThroughAGap_ofLessThanTwoSeconds() {
        for (int i = 0; i <= 60; i++) {
            Row row = rows.set(Metrics.METHOD_RATE, i < 40 ? 15 : Double.NaN).at(i / 10.0);
            sentence.follow(row);
            assertThat(sentence.voices(row)).hasSize(i < 59 ? 1 : 0);
        }
    }

    /** Of five requests a second two fall into one row of a tenth of a second, and none into the next. */
    @Test
    void requests_areThoseOfTheLastTwoSeconds_whereTheRowsAreFollowed() {
        for (int i = 0; i < 30; i++) {
            Row row = rows.set(Metrics.METHOD_RATE, i % 4 == 0 ? 20 : 0).at(i / 10.0);
            sentence.follow(row);
            assertThat(sentence.voices(row)).hasSize(1);
        }
        Row last = rows.set(Metrics.METHOD_RATE, 0).at(3);
        assertThat(sentence.voices(last)).containsExactly("Pulse slow and steady: 0 requests/s");
        sentence.follow(last);
        assertThat(sentence.voices(last)).containsExactly("Pulse slow and steady: 5.0 requests/s");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.3, soft: memory 30 %", "0.5, 0.3, half loud: memory 50 %", "0.5, 0.97, loud: memory 97 %"})
    void sound_isTheFullerOfHeapAndMachine(double heap, double machine, String words) {
        rows.set(Metrics.HEAP_AFTER_GC, heap).set(Metrics.SYSTEM_MEMORY, machine);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Sound " + words);
    }

    @Test
    void ground_isTheMachines_whereTheProcessIsNotMeasured() {
        rows.set(Metrics.SYSTEM_CPU, 0.7);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Ground high: CPU 70 %");
    }

    @Test
    void voiceThatIsNotMeasured_isNotNamed() {
        assertThat(sentence.voices(rows.at(0))).isEmpty();
        assertThat(sentence.of(rows.at(0.1), 0, null, List.of())).isEqualTo("All is well.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.29, All is well.",
        "0.3, Something is unusual.",
        "0.59, Something is unusual.",
        "0.6, Something is wrong.",
        "1, Something is wrong."
    })
    void whatIsHeard_isSaidInWords(double heard, String words) {
        assertThat(sentence.of(rows.at(0), heard, null, List.of())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "process.cpu.utilization, 0.35, 'Ground high and rough: CPU 96 %. Pulse slow and steady: network 40 kB/s. Sound soft:"
                + " memory 31 %. Something is unusual: process.cpu.utilization 96 %, 1 in 10 000.'",
        "system.network.io.receive, 0.7, 'Ground high: CPU 96 %. Pulse slow, sour and steady: network 40 kB/s. Sound soft:"
                + " memory 31 %. Something is wrong: system.network.io.receive 40 kB/s, less than 1 in 100 000.'",
        "jvm.memory.after_gc, 0.5, 'Ground high: CPU 96 %. Pulse slow and steady: network 40 kB/s. Sound soft and trembling:"
                + " memory 31 %. Something is unusual: jvm.memory.after_gc 31 %, less than 1 in 100 000.'",
        "jvm.thread.count, 0.5, 'Ground high: CPU 96 %. Chord rough. Pulse slow and steady: network 40 kB/s. Sound soft:"
                + " memory 31 %. Something is unusual: jvm.thread.count, less than 1 in 100 000.'"
    })
    void whatIsUnusual_isNamed_withItsOdds_andTheVoiceThatGoesRough(String metric, double score, String words) {
        rows.set(Metrics.PROCESS_CPU, 0.96).set(Metrics.HEAP_AFTER_GC, 0.31).set(Metrics.NETWORK_RECEIVE, 40e3);
        Metric unusual = Metrics.all().stream()
                .filter(each -> each.name().equals(metric))
                .findFirst()
                .orElseThrow();
        assertThat(sentence.of(rows.at(0), score, new Unusual(unusual, score), List.of()))
                .isEqualTo(words);
    }

    @Test
    void findings_areSaidInsteadOfAnOpinion() {
        rows.set(Metrics.PROCESS_CPU, 0.97);
        List<Finding> findings = List.of(
                new Finding(Fault.CPU_SATURATION, 0.8, 12_340_000_000L, Finding.ONGOING, "97 % of the CPU it may use"),
                new Finding(Fault.GC_STORM, 0.5, 13_000_000_000L, Finding.ONGOING, "34 % of the time in GC pauses"));
        assertThat(sentence.of(rows.at(20), 0.8, null, findings))
                .isEqualTo("Ground high and rough: CPU 97 %. Chord rough."
                        + " CPU saturation: 97 % of the CPU it may use since 12.3 s."
                        + " GC storm: 34 % of the time in GC pauses since 13.0 s.");
    }
}
