package io.echotrace.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.file.FileName;
import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.option.SettingsReader;
import io.echotrace.agent.pattern.MethodGroup;
import java.io.File;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRunTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/demo.wav",
                "/tmp/100%/%p.wav",
                "/tmp/a,live=off/x.wav",
                "/tmp/a,quiet.wav",
                "/tmp/a%,csv=b/%2C.wav",
                "/tmp/a b=c/%%.wav"
            })
    void agentRecords_whereTheUserWantsIt(String path) {
        Settings settings = SettingsReader.read(DemoRun.agentOptions(new File(path)), Map.of(), Map.of());
        assertThat(settings.complaints()).isEmpty();
        assertThat(settings.get(Options.LIVE)).isEqualTo("on");
        assertThat(settings.get(Options.METHODS_MAX)).isEqualTo(DemoRun.METHODS_MAX);
        assertThat(settings.get(Options.METHODS).groups())
                .extracting(MethodGroup::name)
                .containsExactly("@http");
        assertThat(new FileName(settings.get(Options.WAV)).resolve(new ThisRun("demo", Instant.EPOCH)))
                .isEqualTo(new File(path));
    }
}
