package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeFileTest {
    @ParameterizedTest
    @CsvSource({
        "out/run.wav, out/run.csv, out/run-2.wav",
        "run, run.csv, run-2",
        "a.b.wav, a.b.csv, a.b-2.wav",
        "v1.2/run, v1.2/run.csv, v1.2/run-2",
        ".hidden, .hidden.csv, .hidden-2",
    })
    void namesOfOtherFiles_comeFromTheStem(String wav, String csv, String second) {
        assertThat(FreeFile.csvBeside(new File(wav))).isEqualTo(new File(csv));
        assertThat(FreeFile.numbered(new File(wav), 2)).isEqualTo(new File(second));
    }
}
