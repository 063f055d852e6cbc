package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.option.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetransformationTest {
    private static final long LONG_NANOS = 60_000_000_000L;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Notices notices = new Notices(new PrintStream(told, true, StandardCharsets.UTF_8), LogLevel.WARN);
    private final List<Class<?>> defined = new ArrayList<>();

    @Test
    void classesThatTheJvmRefuses_areToldOfInOneLine_andDoNotKeepOthersFromIt() {
        List<Class<?>> classes = new ArrayList<>(Collections.nCopies(30, Integer.class));
        classes.add(3, String.class);
        classes.add(17, String.class);
        Retransformation retransformation = new Retransformation(jvmThatRefuses(String.class), notices);
        assertThat(retransformation.run(classes, 0, System.nanoTime() + LONG_NANOS))
                .isZero();
        assertThat(defined).hasSize(30).containsOnly(Integer.class);
        assertThat(retransformation.hasRefused(String.class)).isTrue();
        assertThat(retransformation.hasRefused(Integer.class)).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .endsWith(": java.lang.String and 1 more cannot be changed while they run, and are left as they are:"
                        + " java.lang.UnsupportedOperationException: attempted to add a method");
    }

    private Instrumentation jvmThatRefuses(Class<?> refused) {
        return (Instrumentation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    List<Class<?>> batch = List.of((Class<?>[]) arguments[0]);
                    if (batch.contains(refused)) {
                        throw new UnsupportedOperationException("attempted to add a method");
                    }
                    defined.addAll(batch);
                    return null;
                });
    }
}
