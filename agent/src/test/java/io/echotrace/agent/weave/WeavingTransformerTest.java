package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.option.LogLevel;
import io.echotrace.agent.pattern.MethodPatterns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
    private static final String SHOP = "com.acme.Shop";
    private static final int MAJOR_VERSION = 7;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final WeavingNotices notices =
            new WeavingNotices(new Notices(new PrintStream(told, true, StandardCharsets.UTF_8), LogLevel.WARN));

    @Test
    void wovenClass_isToBeGivenBack_thoughAnotherOfItsNameIsNotWoven() throws Exception {
        WeavingTransformer transformer = transformer();
        Loader first = new Loader();
        Loader other = new Loader();
        byte[] shop = shop();
        byte[] woven = Objects.requireNonNull(transform(transformer, first, shop));
        byte[] empty = emptyShop();
        assertThat(transform(transformer, other, empty)).isNull();
        assertThat(transformer.hasWoven(first.define(woven))).isTrue();
        assertThat(transformer.hasWoven(other.define(empty))).isFalse();
    }

    @Test
    void afterItsEnd_nothingIsWoven() throws Exception {
        WeavingTransformer transformer = transformer();
        transformer.close();
        assertThat(transform(transformer, new Loader(), shop())).isNull();
    }

    @Test
    void classFilesThatAreTooNew_areToldOfOnce_andNotByTheThreadThatLoadsThem() throws Exception {
        WeavingTransformer transformer = transformer();
        byte[] tooNew = shop();
        tooNew[MAJOR_VERSION] = 120;
        assertThat(transform(transformer, new Loader(), tooNew)).isNull();
        assertThat(transform(transformer, new Loader(), tooNew)).isNull();
        assertThat(told.size()).isZero();
        notices.tell();
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("not timed: com.acme.Shop and others like it");
    }

    private static byte @Nullable [] transform(WeavingTransformer transformer, Loader loader, byte[] classFile) {
        return transformer.transform(loader, SHOP.replace('.', '/'), null, null, classFile);
    }

    private WeavingTransformer transformer() throws Exception {
        MethodPatterns patterns = MethodPatterns.parse(SHOP + "#word");
        GroupAdvice advice =
                new GroupAdvice(patterns.groups().get(0), 0, CallRecorder.class.getName(), new TimedMethods());
        return new WeavingTransformer(patterns, new ClassWeaver(List.of(advice)), notices);
    }

    private static byte[] shop() throws Exception {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(ClassBytes.of(TimedShop.class))
                .accept(
                        new ClassRemapper(
                                writer,
                                new SimpleRemapper(
                                        Opcodes.ASM9,
                                        TimedShop.class.getName().replace('.', '/'),
                                        SHOP.replace('.', '/'))),
                        0);
        return writer.toByteArray();
    }

    private static byte[] emptyShop() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, SHOP.replace('.', '/'), null, "java/lang/Object", null);
        return writer.toByteArray();
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(WeavingTransformerTest.class.getClassLoader());
        }

        Class<?> define(byte[] classFile) {
            return defineClass(SHOP, classFile, 0, classFile.length);
        }
    }
}
