package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    private final Rows rows = Rows.ofCatalogue();
    private final Sentence sentence = new Sentence(new SoundTable(Metrics.PROCESS_CPU, 100e6));

    @Test
    void health_isEachVoice_andThatAllIsWell() {
        rows.set(Metrics.PROCESS_CPU, 0.12).set(Metrics.HEAP_AFTER_GC, 0.31);
        rows.set(Metrics.NETWORK_RECEIVE, 25e3).set(Metrics.NETWORK_TRANSMIT, 15e3);
        assertThat(sentence.of(rows.at(0), 0, List.of()))
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

    @ParameterizedTest
    @CsvSource({"0.01, steady", "0.03, steady", "0.031, stumbling", "2, stumbling"})
    void pulse_stumbles_whereWakeUpsAreLate(double stallSeconds, String word) {
        rows.set(Metrics.NETWORK_RECEIVE, 0).set(Metrics.STALL, stallSeconds);
        assertThat(sentence.voices(rows.at(0))).containsExactly("Pulse slow and " + word + ": network 0 B/s");
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
        assertThat(sentence.of(rows.at(0.1), 0, List.of())).isEqualTo("All is well.");
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
        assertThat(sentence.of(rows.at(0), heard, List.of())).isEqualTo(words);
    }

    @Test
    void findings_areSaidInsteadOfAnOpinion() {
        rows.set(Metrics.PROCESS_CPU, 0.97);
        List<Finding> findings = List.of(
                new Finding(Fault.CPU_SATURATION, 0.8, 12_340_000_000L, Finding.ONGOING, "97 % of the CPU it may use"),
                new Finding(Fault.GC_STORM, 0.5, 13_000_000_000L, Finding.ONGOING, "34 % of the time in GC pauses"));
        assertThat(sentence.of(rows.at(20), 0.8, findings))
                .isEqualTo("Ground high: CPU 97 %."
                        + " CPU saturation: 97 % of the CPU it may use since 12.3 s."
                        + " GC storm: 34 % of the time in GC pauses since 13.0 s.");
    }
}
