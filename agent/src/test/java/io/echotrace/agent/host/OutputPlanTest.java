package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.SettingsReader;
import java.io.File;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputPlanTest {
    @Test
    void sound_isPlayed_whenThereIsADeviceAndNoWav() {
        OutputPlan plan = plan("", OutputPlanTest::any);
        assertThat(plan.device()).isEmpty();
        assertThat(plan.wav()).isNull();
        assertThat(plan.describe()).isEqualTo("playing");
    }

    @Test
    void wav_isRecordedWithoutPlaying_andTheCsvStandsBesideIt() {
        OutputPlan plan = plan("wav=out/a.b.wav", OutputPlanTest::any);
        assertThat(plan.device()).isNull();
        assertThat(plan.csv()).isEqualTo(new File("out/a.b.csv"));
        assertThat(plan.describe()).isEqualTo("recording to " + new File("out/a.b.wav"));
    }

    @Test
    void recording_isPlayedToo_whenAsked() {
        OutputPlan plan = plan("wav=a.wav,live=Headset,csv=b.csv", "Headset"::equals);
        assertThat(plan.device()).isEqualTo("Headset");
        assertThat(plan.csv()).isEqualTo(new File("b.csv"));
        assertThat(plan.describe()).isEqualTo("playing through Headset and recording to a.wav");
    }

    @ParameterizedTest
    @CsvSource({"live=auto", "live=on", "live=Headset", "live=off"})
    void run_isRecorded_whenItCouldNotBeHeardOtherwise(String options) {
        OutputPlan plan = plan(options, OutputPlanTest::none);
        assertThat(plan.wav())
                .isEqualTo(new File("echotrace-Shop-" + new ThisRun("", LocalDateTime.MIN).processId() + ".wav"));
        assertThat(plan.describe()).startsWith("no output asked for and no sound device: recording to ");
    }

    @Test
    void measurements_alone_areAnOutput() {
        OutputPlan plan = plan("csv=b.csv,live=off", OutputPlanTest::any);
        assertThat(plan.wav()).isNull();
        assertThat(plan.describe()).isEqualTo("measuring to b.csv");
    }

    private static boolean any(String device) {
        return true;
    }

    private static boolean none(String device) {
        return false;
    }

    private static OutputPlan plan(String options, Predicate<String> hasDevice) {
        return OutputPlan.of(
                SettingsReader.read(options, Map.of(), Map.of()),
                new ThisRun("Shop", LocalDateTime.of(2026, 1, 1, 0, 0)),
                hasDevice);
    }
}
