package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.finding.Fault;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    @Test
    void everyFault_hasAProgram() {
        assertThat(Programs.ALL)
                .filteredOn(program -> program.dial() != null)
                .extracting(Program::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Fault.values())
                        .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @Test
    void twelveHealthyPrograms_areHardForADetector() {
        assertThat(Programs.ALL)
                .filteredOn(program -> program.dial() == null)
                .extracting(Program::name)
                .containsExactly(
                        "bursty-io",
                        "saw-tooth-heap",
                        "periodic-batch",
                        "warm-up",
                        "load-steps",
                        "class-loading",
                        "container-pause",
                        "cache-fill",
                        "pool-growth",
                        "night-and-day",
                        "chatty-log",
                        "idle");
    }

    @Test
    void names_areThereOnce() {
        assertThat(Programs.ALL).extracting(Program::name).doesNotHaveDuplicates();
    }

    @Test
    void line_hasItsFieldsBetweenTabs() {
        assertThat(Programs.named("memory-leak").line().split("\t"))
                .startsWith("memory-leak", "fault", "2.0", "60.0", "log", "minutes to full heap")
                .hasSize(7);
        assertThat(Programs.named("idle").line().split("\t"))
                .startsWith("idle", "healthy", "-", "-", "-", "-")
                .hasSize(7);
    }

    @Test
    void program_thatIsNotThere_isAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> Programs.named("gc-strom"))
                .hasMessageStartingWith("no program 'gc-strom'; there are cpu-");
    }

    @Test
    void healthyProgram_hasNoDial() {
        assertThatThrownBy(() -> new WorkshopRun(Programs.named("idle"), "3", 1, 1, 1))
                .hasMessage("idle has no dial");
    }
}
