package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final String BEGIN = "one list in the code -->\n";
    private static final String END = "<!-- end of options -->";

    @Test
    void optionsInTheReadme_areThoseOfTheCode() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        assertThat(readme.substring(begin, readme.indexOf(END)).strip())
                .isEqualTo(OptionTable.markdown().strip());
    }
}
