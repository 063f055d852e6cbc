package io.echotrace.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCommandTest {
    @ParameterizedTest
    @CsvSource({
        "java -cp a.jar:b.jar -Xmx1g com.acme.Main one two, com.acme.Main one two",
        "/usr/bin/java -jar /opt/app.jar --port 80, /opt/app.jar --port 80",
        "java -Dx=y --module-path mods -m acme/com.acme.Main, acme/com.acme.Main",
        "java --add-opens java.base/java.lang=ALL-UNNAMED --add-opens=a/b=c Main, Main",
        "java --source 11 Main.java, Main.java",
        "java @arguments, java",
        "java -version, java",
        "/opt/ide/bin/ide --project x, ide"
    })
    void command_isMainOrJarWithItsArguments(String commandLine, String command) {
        assertThat(JavaCommand.of(List.of(commandLine.split(" ")))).isEqualTo(command);
    }

    @Test
    void noCommandLine_isNoCommand() {
        assertThat(JavaCommand.of(List.of())).isEmpty();
        assertThat(JavaCommand.of(List.of("java", "-jar"))).isEmpty();
    }
}
