package io.echotrace.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quick form of {@link Judge}: few clips, and a modest bar, to notice a fault that sounds like another. */
@Tag("listening")
class JudgeTest {
    /** Those whose sounds are finished. */
    private static final List<Label> FAULTS =
            List.of(Label.GC_STORM, Label.LONG_STOP, Label.SAFEPOINT_STALL, Label.LATENCY_JITTER, Label.ERROR_BURST);

    @Test
    void trainedListener_tellsFaultsApart_andFromHealth() {
        Listener listener = School.teach(
                new Playlist(1, Register.NORMAL).singles(FAULTS, 8, 16).clips());
        School.examine(
                        listener,
                        new Playlist(2, Register.NORMAL).singles(FAULTS, 4, 8).clips(),
                        Stress.NONE)
                .forEach((stress, confusion) -> assertThat(confusion.accuracy())
                        .as(stress.words() + ": " + confusion)
                        .isGreaterThanOrEqualTo(0.85));
    }
}
