package io.echotrace.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.output.SpeakerDevices.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundAdviceTest {
    @TempDir
    Path folder;

    @Test
    void libraryThatWasNotLoaded_isNamedWithItsPackage() throws Exception {
        assertThat(remedy("7f00-7f01 r-xp 00000000 08:01 42 /usr/lib/jvm/lib/libjava.so\n"))
                .contains("needs libasound", "apt-get install libasound2.");
    }

    @Test
    void missingDevice_isNotBlamedOnTheLibrary() throws Exception {
        assertThat(remedy("7f00-7f01 r-xp 00000000 08:01 42 /usr/lib/jvm/lib/libjsound.so\n"))
                .contains("Java Sound works", "apt-get install libasound2-plugins.");
    }

    private String remedy(String maps) throws IOException {
        return SoundAdvice.remedy(
                Obstacle.NO_DEVICE,
                Files.writeString(folder.resolve("maps"), maps).toFile());
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void everyObstacle_hasAReason_andAWayOut(Obstacle obstacle) {
        assertThat(SoundAdvice.reason(obstacle)).isNotBlank();
        assertThat(SoundAdvice.remedy(obstacle, folder.resolve("none").toFile()))
                .contains("wav=FILE");
    }
}
