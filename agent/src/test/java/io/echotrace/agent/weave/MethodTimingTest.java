package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.option.LogLevel;
import io.echotrace.agent.pattern.MethodPatterns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTimingTest {
    private final List<Object> transformers = new ArrayList<>();
    private boolean hasAnswered;

    @Test
    void startThatFails_leavesNoTransformer() {
        Notices notices = new Notices(new PrintStream(new ByteArrayOutputStream()), LogLevel.OFF);
        MethodPatterns patterns = MethodPatterns.parse("com.acme.Shop");
        assertThatThrownBy(() -> MethodTiming.start(
                        jvmWithoutMemory(), patterns, new Recorder(CallRecorder.class), null, notices))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(hasAnswered).isTrue();
        assertThat(transformers).isEmpty();
    }

    private Instrumentation jvmWithoutMemory() {
        return (Instrumentation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "addTransformer":
                            transformers.add(arguments[0]);
                            return null;
                        case "removeTransformer":
                            return transformers.remove(arguments[0]);
                        default:
                            return answerSecondTime();
                    }
                });
    }

    private Class<?>[] answerSecondTime() {
        if (hasAnswered) {
            return new Class<?>[0];
        }
        hasAnswered = true;
        throw new OutOfMemoryError("unable to create native thread");
    }
}
