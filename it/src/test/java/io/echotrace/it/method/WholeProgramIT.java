package io.echotrace.it.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.method.WholeProgram.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A compiler of which every method is timed compiles the same; {@code whole-programs.sh} asks more of more programs. */
class WholeProgramIT {
    private static final int MANY_CALLS = 100_000;
    private static final Path PROGRAMS = Path.of(System.getProperty("programs"));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17, 27})
    void compiler_compilesTheSame_whenEveryMethodIsTimed(int jdk) throws Exception {
        WholeProgram compiler = WholePrograms.eclipseCompiler(PROGRAMS);
        Path java = Jdks.home(jdk).resolve("bin/java");
        Run without = compiler.run(java, List.of(WholePrograms.VERIFY_ALL), folder.resolve("without"));
        Path csv = folder.resolve("run.csv");
        String agent = JvmLauncher.agentOption("live=off,csv=" + csv + ",methods=" + WholePrograms.EVERY_METHOD);
        Run with = compiler.run(java, List.of(WholePrograms.VERIFY_ALL, agent), folder.resolve("with"));
        assertThat(without.exitCode()).as(without.errors()).isZero();
        assertThat(with.ownErrors()).isEqualTo(without.ownErrors());
        assertThat(with.exitCode()).isZero();
        assertThat(with.output()).isEqualTo(without.output());
        assertThat(with.files()).isNotEmpty().isEqualTo(without.files());
        assertThat(new TimedCalls(csv).all()).isGreaterThan(MANY_CALLS);
    }
}
