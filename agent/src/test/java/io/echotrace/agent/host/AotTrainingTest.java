package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AotTrainingTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:AOTMode=record,true",
        "-XX:AOTMode=create,true",
        "-XX:AOTCacheOutput=app.aot,true",
        "-XX:ArchiveClassesAtExit=app.jsa,true",
        "-XX:AOTMode=on,false",
        "-XX:AOTCache=app.aot,false",
        "-XX:SharedArchiveFile=app.jsa,false",
    })
    void jvmThatWritesAnArchive_isTraining(String flag, boolean expected) {
        assertThat(AotTraining.isTraining(List.of("-Xmx64m", flag))).isEqualTo(expected);
    }
}
