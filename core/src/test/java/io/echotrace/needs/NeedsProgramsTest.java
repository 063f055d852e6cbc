package io.echotrace.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.platform.commons.support.AnnotationSupport;

class NeedsProgramsTest {
    @NeedsPrograms(
            value = {"sh", "no-such-program"},
            install = "the-package")
    private static final class InVain {}

    @NeedsPrograms(value = "sh", install = "a shell")
    private static final class Satisfied {}

    @NeedsSoundServer
    private static final class Sounding {}

    @Test
    void testWhoseProgramIsMissing_isSkipped_andSaysWhatToInstall() {
        ConditionEvaluationResult result = ProgramsCondition.evaluate(needsOf(InVain.class), "this test", false);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).hasValue("this test needs no-such-program: install the-package");
    }

    @Test
    void testWhoseProgramIsMissing_failsOnCi() {
        NeedsPrograms needs = needsOf(InVain.class);
        assertThatThrownBy(() -> ProgramsCondition.evaluate(needs, "this test", true))
                .hasMessage("this test needs no-such-program: install the-package");
    }

    @Test
    void testWhoseProgramsAreThere_runs() {
        assertThat(ProgramsCondition.evaluate(needsOf(Satisfied.class), "this test", true)
                        .isDisabled())
                .isFalse();
    }

    @Test
    void soundServer_isThreePrograms() {
        assertThat(needsOf(Sounding.class).value()).containsExactly("pulseaudio", "pactl", "parec");
    }

    private static NeedsPrograms needsOf(Class<?> test) {
        return AnnotationSupport.findAnnotation(test, NeedsPrograms.class).orElseThrow();
    }
}
