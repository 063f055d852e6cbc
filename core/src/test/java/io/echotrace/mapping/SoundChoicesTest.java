package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user has chosen to sound otherwise does so; what cannot be chosen says why. */
class SoundChoicesTest {
    private final SoundTable table =
            new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, CallMetrics.ofAll(), false, false);
    private final Rows rows = Rows.ofCatalogue().set(Metrics.PROCESS_CPU, 0.5).set(Metrics.SYSTEM_MEMORY, 0.5);

    @Test
    void domainAndRange_areThoseChosen() {
        assertThat(targets(SoundChoices.NONE).get(Control.GROUND_PITCH)).isEqualTo(0.5, within(1e-9));
        assertThat(targets(choice("ground-pitch.domain", "0.4..0.6")).get(Control.GROUND_PITCH))
                .isEqualTo(0.5, within(1e-9));
        assertThat(targets(choice("ground-pitch.domain", "0.4..0.5")).get(Control.GROUND_PITCH))
                .isEqualTo(1, within(1e-9));
        assertThat(targets(choice("ground-pitch.range", "0.2..0.4")).get(Control.GROUND_PITCH))
                .isEqualTo(0.3, within(1e-9));
        assertThat(targets(choice("ground-pitch.range", "1..0")).get(Control.GROUND_PITCH))
                .as("upside down")
                .isEqualTo(0.5, within(1e-9));
    }

    @Test
    void voiceThatIsOff_staysWhereItIsWhenNothingIsMeasured() {
        assertThat(targets(SoundChoices.NONE).get(Control.BODY_DB)).isEqualTo(-7, within(1e-9));
        rows.set(Metrics.SYSTEM_MEMORY, 0.9);
        assertThat(targets(choice("body-db", "off")).get(Control.BODY_DB)).isEqualTo(-7, within(1e-9));
    }

    @Test
    void fault_isOff_softer_orSoundsLikeAnother() {
        assertThat(targets(SoundChoices.NONE).get(Control.RATCHET)).isEqualTo(1, within(1e-9));
        assertThat(targets(choice("lock-contention.level", "-6")).get(Control.RATCHET))
                .isEqualTo(0.501, within(1e-3));
        Targets off = targets(choice("lock-contention", "off"));
        assertThat(off.get(Control.RATCHET)).isZero();
        assertThat(off.get(Control.FIFTH_TENSION)).isZero();
        Targets another = targets(choice("lock-contention", "disk-saturation"));
        assertThat(another.get(Control.RATCHET)).isZero();
        assertThat(another.get(Control.FLOOR_GRIND)).isEqualTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "ground-pich, off, nothing is called ground-pich",
        "ground-pitch, on, a voice has",
        "ground-pitch.domain, 3, two different numbers",
        "ground-pitch.domain, 1..1, two different numbers",
        "ground-pitch.domain, 1..e, two different numbers",
        "ground-pitch.range, 0..2, within 0.0..1.0",
        "ground-pitch.level, -6, a voice has",
        "pulse-stagger.domain, 0..5, must be above 0",
        "pulse-stagger.domain, 0.03..-1, must be above 0",
        "pulse-hz.domain, 10..20, network.max",
        "ground-pitch.domain, 0..1e999, two different numbers",
        "ground-pitch.x.domain, 0..1, a voice has",
        "latency-jitter.level, -6, has no level",
        "deadlock, gc-storm, single stops and errors",
        "deadlock, bells, a fault has",
        "deadlock.level, 3, -24.0 to 0 decibels",
        "deadlock.level, loud, -24.0 to 0 decibels",
        "deadlock.range, 0..1, a fault has"
    })
    void whatIsNone_saysWhy(String key, String value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(key, value))
                .withMessageContaining(why);
    }

    private SoundChoices choice(String key, String value) {
        return SoundChoices.NONE.with(key, value, table);
    }

    /** With lock contention at its worst. */
    private Targets targets(SoundChoices choices) {
        Timeline timeline = new Timeline();
        Timeline.Reader reader = timeline.reader();
        Mapper mapper = new Mapper(table.with(choices), timeline);
        mapper.map(rows.at(0), Scores.NONE, List.of(new Finding(Fault.LOCK_CONTENTION, 1, 0, Finding.ONGOING, "")));
        Targets targets = new Targets();
        while (reader.advance()) {
            for (Control control : Control.values()) {
                targets.set(control, reader.target(control));
            }
        }
        return targets;
    }
}
