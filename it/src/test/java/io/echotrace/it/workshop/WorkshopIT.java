package io.echotrace.it.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.finding.Fault;
import io.echotrace.it.jvm.Jdks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of {@link WorkshopRun}: real faults are named, and their findings end with them. */
class WorkshopIT {
    private static final Performance.Lengths LENGTHS = new Performance.Lengths(8, 15, 10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"gc-storm, 0.4", "lock-contention, 0.6", "error-burst, 0.2"})
    void faultOfARealProgram_isNamed_andNoLongerWhenItIsOver(String name, double dial) throws Exception {
        WorkshopProgram program = program(name);
        Recorded run = new Performance(program, dial, LENGTHS).record(Jdks.running(), folder);
        assertThat(run.found(run.said("fault"), run.said("rest")))
                .extracting(Recorded.Told::fault)
                .contains(program.fault());
        assertThat(run.ended(program.fault())).isGreaterThan(run.said("rest") - 1);
    }

    @Test
    void everyProgram_hasADialOfWhichAnyPositionCanBeAskedFor() throws Exception {
        List<WorkshopProgram> faults = WorkshopProgram.list(Jdks.running(), folder).stream()
                .filter(WorkshopProgram::isFault)
                .toList();
        assertThat(faults).hasSize(Fault.values().length);
        assertThat(faults).allMatch(program -> program.low() > 0 && program.low() < program.high());
    }

    private WorkshopProgram program(String name) throws Exception {
        return WorkshopProgram.list(Jdks.running(), folder).stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
