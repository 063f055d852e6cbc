package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.ClassMatcher;
import io.echotrace.agent.pattern.MethodGroup;
import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.probe.CallCounts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassWeaverTest {
    private static final Class<?> SHOP = TimedShop.class;
    /** Bytes that the JVM allows a method. */
    private static final int MOST_CODE = 65_535;

    private final TimedMethods methods = new TimedMethods();
    private final List<SlotSource> sources = new ArrayList<>();

    @Test
    void wovenMethods_doWhatTheyDid_andEachCallCounts() throws Exception {
        Class<?> shop = load(weave("**.TimedShop#*"));
        assertThat(call(shop, "sum", 1L, 2.0, 3f, new int[] {4, -1, 5})).isEqualTo(15.0);
        assertThat(call(shop, "choose", "a", "b", false)).isEqualTo("b");
        assertThat(call(shop, "lambda", 21)).isEqualTo(42);
        assertThat(call(shop, "word", 2)).isEqualTo("two");
        assertThat(call(shop, "word", 3)).isEqualTo("many");
        assertThat(counts(0).calls()).isEqualTo(5);
        assertThat(call(shop, "depth", 9)).isEqualTo(9);
        assertThat(counts(0).calls()).isEqualTo(10);
    }

    @Test
    void thrownExceptions_passThrough_andAreErrors() throws Exception {
        Class<?> shop = load(weave("**.TimedShop#*"));
        assertThatThrownBy(() -> call(shop, "refuse", "closed"))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseMessage("closed");
        CallCounts counts = counts(0);
        assertThat(counts.calls()).isEqualTo(1);
        assertThat(counts.errors()).isEqualTo(1);
        assertThat(counts.inFlight()).isZero();
    }

    @Test
    void callsThatRunOutOfStack_areNotUnderWayForEver() throws Exception {
        Class<?> shop = load(weave("**.TimedShop#depth"));
        Thread deep = new Thread(null, () -> overflow(shop), "deep", 256 << 10);
        deep.start();
        deep.join();
        CallCounts counts = counts(0);
        assertThat(counts.calls()).isPositive();
        assertThat(counts.inFlight()).isZero();
    }

    @Test
    void eachMethod_isCountedInTheGroupThatHasItFirst() throws Exception {
        Class<?> shop = load(weave("**.TimedShop#word:**.TimedShop#*"));
        call(shop, "word", 1);
        call(shop, "depth", 0);
        assertThat(counts(0).calls()).isEqualTo(1);
        assertThat(counts(1).calls()).isEqualTo(1);
    }

    @Test
    void constructorsAndWhatTheCompilerMakes_areLeftAlone() throws Exception {
        Class<?> shop = load(weave("**.TimedShop#*"));
        assertThat(methods.count()).isPositive();
        for (int number = 0; number < methods.count(); number++) {
            assertThat(methods.name(number)).doesNotContain("<", "lambda$", "unmade");
        }
        assertThat(shop.getDeclaredMethods()).hasSameSizeAs(SHOP.getDeclaredMethods());
        assertThat(shop.getDeclaredFields()).hasSameSizeAs(SHOP.getDeclaredFields());
    }

    @Test
    void excludedMethods_areTimedNoLonger() throws Exception {
        weave("**.TimedShop#word");
        methods.exclude(0);
        assertThat(weave("**.TimedShop#word")).isNull();
    }

    @Test
    void methodThatWouldBeTooLarge_staysAsItIs_andItsClassIsTimed() throws Exception {
        MethodPatterns patterns = MethodPatterns.parse("a.Made#*");
        GroupAdvice advice = new GroupAdvice(patterns.groups().get(0), 0, CallRecorder.class.getName(), methods);
        byte[] classFile = classWithLargeMethod();
        ClassMatch match = new ClassMatcher(patterns).match(SHOP.getClassLoader(), "a/Made", null, classFile);
        assertThat(match.size()).isEqualTo(2);
        assertThat(new ClassWeaver(List.of(advice)).weave("a.Made", classFile, match))
                .isNotNull();
        assertThat(methods.summary(patterns.groups().get(0)).examples).containsExactly("a.Made#small");
    }

    @Test
    void failuresOfTheRecorder_areNotTheHosts() throws Exception {
        byte[] woven = weave("**.TimedShop#word", "not.There");
        assertThat(call(load(woven), "word", 2)).isEqualTo("two");
    }

    private static byte[] classWithLargeMethod() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "a/Made", null, "java/lang/Object", null);
        addMethod(writer, "large", MOST_CODE);
        addMethod(writer, "small", 1);
        return writer.toByteArray();
    }

    private static void addMethod(ClassWriter writer, String name, int length) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
        method.visitCode();
        for (int i = 1; i < length; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private byte @Nullable [] weave(String patterns) throws Exception {
        return weave(patterns, CallRecorder.class.getName());
    }

    private byte @Nullable [] weave(String text, String recorder) throws Exception {
        MethodPatterns patterns = MethodPatterns.parse(text);
        Recorder open = new Recorder(CallRecorder.class);
        List<GroupAdvice> advice = new ArrayList<>();
        for (MethodGroup group : patterns.groups()) {
            SlotSource source = new SlotSource(group, open, () -> true);
            sources.add(source);
            advice.add(new GroupAdvice(group, source.slot(), recorder, methods));
        }
        byte[] classFile = ClassBytes.of(SHOP);
        ClassMatch match = new ClassMatcher(patterns)
                .match(SHOP.getClassLoader(), SHOP.getName().replace('.', '/'), null, classFile);
        return new ClassWeaver(advice).weave(SHOP.getName(), classFile, match);
    }

    private static Class<?> load(byte @Nullable [] woven) throws ClassNotFoundException {
        return Class.forName(SHOP.getName(), true, new ChildFirst(Objects.requireNonNull(woven)));
    }

    private static void overflow(Class<?> shop) {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> call(shop, "depth", Integer.MAX_VALUE))
                    .hasRootCauseInstanceOf(StackOverflowError.class);
        }
    }

    private CallCounts counts(int group) {
        CallCounts counts = new CallCounts();
        sources.get(group).drainTo(counts);
        return counts;
    }

    private static @Nullable Object call(Class<?> shop, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(shop.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return method.invoke(null, arguments);
    }

    /** Verifies what it loads, as it is not the boot loader. */
    private static final class ChildFirst extends ClassLoader {
        private final byte[] shop;

        ChildFirst(byte[] shop) {
            super(SHOP.getClassLoader());
            this.shop = shop;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(SHOP.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, shop, 0, shop.length);
        }
    }
}
