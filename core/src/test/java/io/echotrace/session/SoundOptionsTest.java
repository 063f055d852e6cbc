package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.mapping.SoundChoices;
import io.echotrace.series.RunInfo;
import io.echotrace.voice.Mix;
import io.echotrace.voice.Stream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What shapes the sound stands in a run's first event, and is read back from there. */
class SoundOptionsTest {
    private final List<String> trouble = new ArrayList<>();

    @Test
    void everyOption_isReadBackFromTheRunThatItStandsIn() {
        SoundChoices choices = SoundChoices.NONE
                .with("lock-contention.level", "-6", SoundOptions.DEFAULT.table())
                .with("deadlock", "disk-saturation", SoundOptions.DEFAULT.table());
        Mix mix = Mix.ALL
                .withVolume(37)
                .withMute(true)
                .withOnly(Stream.parse("ground:events"))
                .withLowRegister(true);
        SoundOptions options = SoundOptions.DEFAULT
                .withMachine(true)
                .withNetworkMax(5e6)
                .withMethodsMax(77)
                .withRequests("@http")
                .withWav(16_000, 1)
                .withMix(mix)
                .withHiding(true)
                .withChoices(choices);
        Map<String, String> said = described(options);
        assertThat(said)
                .containsEntry("volume", "37.0")
                .containsEntry("mute", "true")
                .containsEntry("only", "ground:events")
                .containsEntry("register", "low")
                .containsEntry("hide", "true")
                .containsEntry("sound.lock-contention.level", "-6");
        RunInfo run = RunInfo.parse(new RunInfo(said).text());
        assertThat(described(SoundOptions.DEFAULT.with(run, trouble::add))).isEqualTo(said);
        assertThat(trouble).isEmpty();
    }

    @Test
    void whatIsChosenNow_goesBeforeWhatTheRunHad_andLeavesTheRestOfIt() {
        RunInfo run = RunInfo.parse("sound.deadlock=off sound.lock-contention.level=-6");
        SoundOptions now = SoundOptions.DEFAULT.withChoices(
                SoundChoices.NONE.with("deadlock", "disk-saturation", SoundOptions.DEFAULT.table()));
        assertThat(described(now.with(run, trouble::add)))
                .containsEntry("sound.deadlock", "disk-saturation")
                .containsEntry("sound.lock-contention.level", "-6");
    }

    @Test
    void usualOptions_takeNoRoomInTheRun() {
        assertThat(described(SoundOptions.DEFAULT)).doesNotContainKeys("volume", "mute", "only", "register", "hide");
    }

    @Test
    void whatCannotBeUnderstood_isNamed_andLeftOut() {
        RunInfo run = RunInfo.parse("volume=200 only=drums register=low sound.drums=off network.max=5000000");
        Map<String, String> read = described(SoundOptions.DEFAULT.with(run, trouble::add));
        assertThat(read).containsEntry("register", "low").containsEntry("network.max", "5000000");
        assertThat(read).doesNotContainKeys("volume", "only");
        assertThat(trouble)
                .hasSize(3)
                .anyMatch(line -> line.contains("volume=200") && line.contains("0…100"))
                .anyMatch(line -> line.contains("only=drums") && line.contains("no stream"))
                .anyMatch(line -> line.contains("sound.drums=off") && line.contains("nothing is called drums"));
    }

    private static Map<String, String> described(SoundOptions options) {
        Map<String, String> entries = new LinkedHashMap<>();
        options.describe(entries);
        return entries;
    }
}
