package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.session.SoundGuideText;
import io.echotrace.session.SoundOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void optionsInTheReadme_areThoseOfTheCode() throws IOException {
        assertThat(partOfTheReadme("options")).isEqualTo(OptionTable.markdown().strip());
    }

    @Test
    void soundsInTheReadme_areThoseOfTheCode() throws IOException {
        assertThat(partOfTheReadme("sounds"))
                .isEqualTo(new SoundGuideText(SoundOptions.DEFAULT).markdown().strip());
    }

    private static String partOfTheReadme(String name) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int mark = readme.indexOf("<!-- " + name + ":");
        int begin = readme.indexOf('\n', mark);
        return readme.substring(begin, readme.indexOf("<!-- end of " + name + " -->", begin))
                .strip();
    }
}
