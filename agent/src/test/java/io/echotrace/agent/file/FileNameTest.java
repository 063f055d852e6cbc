package io.echotrace.agent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    private static final RunIdentity RUN = new RunIdentity() {
        @Override
        public String processId() {
            return "4711";
        }

        @Override
        public String startTime() {
            return "20261122-214405";
        }

        @Override
        public String name() {
            return "Shop";
        }

        @Override
        public String host() {
            return "build-1";
        }

        @Override
        public String variable(String name) {
            return name.equals("BRANCH") ? "feature/$1 é\\x" : "";
        }
    };

    @ParameterizedTest
    @CsvSource({
        "run.wav,run.wav",
        "%n-%p.wav,Shop-4711.wav",
        "out/%h/%t.wav,out/build-1/20261122-214405.wav",
        "%{BRANCH}.wav,feature__1_é_x.wav",
        "a%{NONE}b.wav,ab.wav",
        "100%.wav,100%.wav",
        "%x-%%p.wav,%x-%p.wav",
        "%%%p-100%%.wav,%4711-100%.wav",
        "%%i-%%%%.wav,%i-%%.wav",
    })
    void tokens_becomeWhatTheyStandFor(String template, String expected) {
        assertThat(new FileName(template).resolve(RUN)).isEqualTo(new File(expected));
    }

    @Test
    void number_makesTheNameFree() {
        Set<File> taken = Set.of(new File("Shop-1.wav"), new File("Shop-2.wav"));
        assertThat(new FileName("%n-%i.wav").resolve(RUN, taken::contains)).isEqualTo(new File("Shop-3.wav"));
    }

    @Test
    void relativeName_isBelowTheFolder_andANumberIsFreeThere(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("Shop-1.wav"));
        assertThat(new FileName("%n-%i.wav").resolve(RUN, folder.toFile()))
                .isEqualTo(folder.resolve("Shop-2.wav").toFile());
        assertThat(new FileName("/elsewhere/a.wav").resolve(RUN, folder.toFile()))
                .isEqualTo(new File("/elsewhere/a.wav"));
    }
}
