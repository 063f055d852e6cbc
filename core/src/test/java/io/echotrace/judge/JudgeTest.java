package io.echotrace.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The quick form of {@link Judge}: few clips, and a modest bar, to notice a fault that sounds like another. Left out where
 * nothing else is said, since it takes two minutes: {@code -Dleft.out=none}.
 */
@Tag("listening")
class JudgeTest {
    @Test
    void trainedListener_tellsFaultsApart_andFromHealth() {
        Listener listener = School.teach(
                new Playlist(1, Register.NORMAL).singles(Label.faults(), 5, 10).clips());
        School.examine(
                        listener,
                        new Playlist(2, Register.NORMAL)
                                .singles(Label.faults(), 3, 6)
                                .clips(),
                        Stress.NONE)
                .forEach((stress, confusion) -> assertThat(confusion.accuracy())
                        .as(stress.words() + ": " + confusion)
                        .isGreaterThanOrEqualTo(0.85));
    }
}
