package io.echotrace.agent.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.pattern.Fixtures.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassMatcherTest {
    private static final String PACKAGE = "io.echotrace.agent.pattern.";
    private static final String OBJECT = "java/lang/Object";
    private static final ClassLoader LOADER = ClassMatcherTest.class.getClassLoader();

    @Test
    void method_isTimed_whichItsClassAndItsNameTell() throws IOException {
        ClassMatch match = match(PACKAGE + "Fixtures.Shop#che*", Fixtures.Shop.class);

        assertThat(match.group("checkout", "()V")).hasToString(PACKAGE + "Fixtures.Shop#che*");
        assertThat(match.group("checkout", "(I)I")).isNotNull();
        assertThat(match.group("browse", "()V")).isNull();
        assertThat(match.size()).isEqualTo(2);
    }

    @Test
    void whatHasNoCode_orIsMadeByTheCompiler_isNeverTimed() throws IOException {
        assertThat(match("**#*", Fixtures.Odd.class).size()).isEqualTo(1);
        assertThat(match("**#*", Fixtures.Odd.class).group("call", "()Ljava/lang/String;"))
                .isNotNull();
    }

    @Test
    void method_belongsToTheFirstGroupWritten() throws IOException {
        String first = PACKAGE + "Fixtures.Shop#checkout";

        assertThat(group(first + ":Shop:**", "checkout")).isEqualTo(first);
        assertThat(group(first + ":Shop:**", "browse")).isEqualTo("Shop");
        assertThat(group("**:Shop", "browse")).isEqualTo("**");
    }

    @Test
    void exclusion_wins_whereverItStands() throws IOException {
        assertThat(match("-Shop#checkout:Shop", Fixtures.Shop.class).size()).isEqualTo(1);
        assertThat(match("Shop:-**#checkout", Fixtures.Shop.class).size()).isEqualTo(1);
        assertThat(match("Shop:-" + PACKAGE + "**", Fixtures.Shop.class).isEmpty())
                .isTrue();
        assertThat(match("**:-+Handler", Fixtures.IndirectHandler.class).isEmpty())
                .isTrue();
        assertThat(match("**:-@" + PACKAGE + "Fixtures.Timed", Fixtures.Annotated.class)
                        .group("timed", "()V"))
                .isNull();
    }

    @Test
    void name_isEnough_toRejectMostClasses() {
        ClassMatcher byName = matcher("com.acme.**:-com.acme.web.**");

        assertThat(byName.mayMatch("com/acme/Shop")).isTrue();
        assertThat(byName.mayMatch("org/acme/Shop")).isFalse();
        assertThat(byName.mayMatch("com/acme/web/Page")).isFalse();
        assertThat(byName.mayMatch("java/lang/String")).isFalse();
        assertThat(matcher("+com.acme.Handler").mayMatch("org/acme/Shop")).isTrue();
        assertThat(matcher("+com.acme.Handler").mayMatch("java/lang/String")).isFalse();
    }

    @Test
    void subtypes_areTimed_directAndIndirect_andTheTypeItself() throws IOException {
        String handlers = "+" + PACKAGE + "Fixtures.Handler#handle";

        assertThat(match(handlers, Fixtures.DirectHandler.class).size()).isEqualTo(1);
        assertThat(match(handlers, Fixtures.IndirectHandler.class).size()).isEqualTo(1);
        assertThat(match(handlers, Fixtures.SpecialHandler.class).size()).isEqualTo(1);
        assertThat(match(handlers, Handler.class).group("handle", "(I)V"))
                .as("a default method")
                .isNotNull();
        assertThat(match(handlers, Handler.class).group("handle", "()V"))
                .as("an abstract method")
                .isNull();
        assertThat(match(handlers, Fixtures.Shop.class).isEmpty()).isTrue();
    }

    @Test
    void loadedClass_isAskedForItsSuperTypes_andNothingIsRead() throws IOException {
        MadeClasses none = new MadeClasses();
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+Handler#handle"), none);

        assertThat(matcher.mayMatch(Fixtures.IndirectHandler.class)).isTrue();
        assertThat(matcher.mayMatch(Fixtures.Shop.class)).isFalse();
        assertThat(matcher.mayMatch(Handler[].class)).isFalse();
        assertThat(matcher.mayMatch(int.class)).isFalse();
        assertThat(match(matcher, Fixtures.IndirectHandler.class, true).size()).isEqualTo(1);
        assertThat(none.asked).isEmpty();
    }

    @Test
    void superType_isReadOnce() {
        MadeClasses made =
                new MadeClasses().add("a/Base", OBJECT, List.of("a/Handler")).add("a/Handler", OBJECT, List.of());
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+a.Handler#handle"), made);

        for (int i = 0; i < 10; i++) {
            byte[] classFile = MadeClasses.make("a/Sub" + i, "a/Base", List.of(), "handle");
            assertThat(matcher.match(LOADER, "a/Sub" + i, null, classFile).size())
                    .isEqualTo(1);
        }
        assertThat(made.asked).containsExactly("a/Base", "a/Handler");
    }

    @Test
    void superTypeThatCannotBeRead_countsByItsName_andEndsTheWay() {
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+a.Missing:+a.Above"), new MadeClasses());
        byte[] classFile = MadeClasses.make("a/Sub", "a/Missing", List.of(), "handle");

        assertThat(matcher.match(LOADER, "a/Sub", null, classFile).group("handle", "()V"))
                .hasToString("+a.Missing");
        byte[] other = MadeClasses.make("a/Other", "a/Unknown", List.of(), "handle");
        assertThat(matcher.match(LOADER, "a/Other", null, other).isEmpty()).isTrue();
    }

    @Test
    void superTypeThatIsGenerated_isKnown_onceItHasBeenLoaded() {
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+a.Handler#handle"), new MadeClasses());
        byte[] generated = MadeClasses.make("a/Generated", OBJECT, List.of("a/Handler"), "handle");
        byte[] sub = MadeClasses.make("a/Sub", "a/Generated", List.of(), "handle");

        assertThat(matcher.match(LOADER, "a/Generated", null, generated).isEmpty())
                .isFalse();
        assertThat(matcher.match(LOADER, "a/Sub", null, sub).isEmpty()).isFalse();
    }

    @Test
    void loaderThatLoadsClassesForItsAnswer_isNotAskedForTheirs() {
        MadeClasses made = new MadeClasses().add("a/Handler", OBJECT, List.of());
        ClassMatcher[] matcher = new ClassMatcher[1];
        ResourceLookup loading = (loader, name) -> {
            byte[] own = MadeClasses.make("b/OfTheLoader", "b/Base", List.of("a/Handler"), "handle");
            assertThat(matcher[0].match(loader, "b/OfTheLoader", null, own).size())
                    .isEqualTo(1);
            return made.find(loader, name);
        };
        matcher[0] = new ClassMatcher(MethodPatterns.parse("+a.Handler"), loading);
        byte[] sub = MadeClasses.make("a/Sub", OBJECT, List.of("a/Handler"), "handle");

        assertThat(matcher[0].match(LOADER, "a/Sub", null, sub).size()).isEqualTo(1);
        assertThat(made.asked).containsExactly("a/Handler");
    }

    @Test
    void typeThatIsItsOwnSuperType_endsNowhere() {
        MadeClasses made = new MadeClasses().add("a/One", "a/Two", List.of()).add("a/Two", "a/One", List.of());
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+a.Handler"), made);

        assertThat(matcher.match(LOADER, "a/One", null, made.classFile("a/One")).isEmpty())
                .isTrue();
    }

    @Test
    void lookupThatFails_isNoMatch() {
        ResourceLookup failing = (loader, name) -> {
            throw new IllegalStateException("closed");
        };
        ClassMatcher matcher = new ClassMatcher(MethodPatterns.parse("+a.Handler"), failing);
        byte[] sub = MadeClasses.make("a/Sub", "a/Base", List.of(), "handle");

        assertThat(matcher.match(LOADER, "a/Sub", null, sub).isEmpty()).isTrue();
    }

    @Test
    void annotation_tellsMethods_andAllMethodsOfClasses() throws IOException {
        String timed = "@" + PACKAGE + "Fixtures.Timed";

        assertThat(match(timed, Fixtures.Annotated.class).group("timed", "()V")).isNotNull();
        assertThat(match(timed, Fixtures.Annotated.class).size()).isEqualTo(1);
        assertThat(match(timed, Fixtures.AnnotatedClass.class).size()).isEqualTo(2);
        assertThat(match(timed + "#o*", Fixtures.AnnotatedClass.class).size()).isEqualTo(1);
        assertThat(match("@**.Invisible", Fixtures.Annotated.class).group("invisible", "()V"))
                .isNotNull();
        assertThat(match("@" + PACKAGE + "Fixtures.Other", Fixtures.Annotated.class)
                        .isEmpty())
                .isTrue();
        assertThat(match(timed, Fixtures.Shop.class).isEmpty()).isTrue();
    }

    @Test
    void loadedClass_mayMatchByAnnotation_withoutResolvingAny() {
        ClassMatcher matcher = matcher("@" + PACKAGE + "Fixtures.Timed");

        assertThat(matcher.mayMatch(Fixtures.Annotated.class)).isTrue();
        assertThat(matcher.mayMatch(Fixtures.Shop.class)).isFalse();
        assertThat(matcher.mayMatch(String.class)).isFalse();
    }

    @Test
    void classesOfTheJdk_matchByTheirName_notByTheirSuperTypes() throws IOException {
        assertThat(match("java.util.concurrent.FutureTask#run", FutureTask.class)
                        .size())
                .isEqualTo(1);
        assertThat(match("+java.util.concurrent.FutureTask#run", FutureTask.class)
                        .size())
                .isEqualTo(1);
        assertThat(match("+java.lang.Runnable#run", FutureTask.class).isEmpty()).isTrue();
        assertThat(match("+java.lang.Runnable#run", Fixtures.Task.class).size()).isEqualTo(1);
    }

    @Test
    void classFileThatIsTooNew_isSaidToBe_andOneThatIsBrokenIsNoMatch() throws IOException {
        byte[] newer = classFile(Fixtures.Shop.class);
        newer[7] = 99;
        ClassMatch match = matcher("**").match(LOADER, "a/Shop", null, newer);

        assertThat(match.isEmpty()).isTrue();
        assertThat(match.isTooNew()).isTrue();
        assertThat(matcher("**")
                        .match(LOADER, "a/Shop", null, new byte[] {1, 2, 3})
                        .isEmpty())
                .isTrue();
        assertThat(match("**", Fixtures.Shop.class).isTooNew()).isFalse();
    }

    private static String group(String patterns, String method) throws IOException {
        return String.valueOf(match(patterns, Fixtures.Shop.class).group(method, "()V"));
    }

    private static ClassMatcher matcher(String patterns) {
        return new ClassMatcher(MethodPatterns.parse(patterns));
    }

    private static ClassMatch match(String patterns, Class<?> type) throws IOException {
        ClassMatch whileLoading = match(matcher(patterns), type, false);
        assertThat(match(matcher(patterns), type, true).size())
                .as("methods of the loaded class")
                .isEqualTo(whileLoading.size());
        return whileLoading;
    }

    private static ClassMatch match(ClassMatcher matcher, Class<?> type, boolean loaded) throws IOException {
        @Nullable Class<?> there = loaded ? type : null;
        return matcher.match(type.getClassLoader(), type.getName().replace('.', '/'), there, classFile(type));
    }

    static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream stream =
                type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
            return stream.readAllBytes();
        }
    }
}
