package io.echotrace.agent.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternsTest {
    @Test
    void eachPattern_isAGroup_namedByItsText_inTheOrderWritten() {
        MethodPatterns patterns = MethodPatterns.parse("com.acme.Shop#checkout:@http:+com.acme.Handler:-**Test");

        assertThat(patterns.groups())
                .extracting(MethodGroup::name)
                .containsExactly("com.acme.Shop#checkout", "@http", "+com.acme.Handler");
        assertThat(patterns.groups()).extracting(MethodGroup::index).containsExactly(0, 1, 2);
        assertThat(patterns.groups()).extracting(MethodGroup::outermostOnly).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "Shop#checkout",
                "com.acme.*#get?",
                "**#*",
                "**",
                "com.acme.Outer$Inner#run",
                "+com.acme.**",
                "@com.acme.Timed#get*",
                "com.acme.Laden#öffnen",
                "com.acme.Generated-1#a-b",
                "@http",
                "@jdbc:@messaging:@executor",
            })
    void pattern_isUnderstood(String text) {
        assertThat(MethodPatterns.parse(text).groups()).isNotEmpty();
    }

    @Test
    void emptyParts_blanks_andRepetitions_areNoPatterns() {
        assertThat(MethodPatterns.parse(":com.acme.Shop: : com.acme.Shop :").groups())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com/acme/Shop | \"com/acme/Shop\" is not a class such as com.acme.Shop or com.acme.**",
                "com.acme..Shop#a | \"com.acme..Shop\" in \"com.acme..Shop#a\" is not a class such as com.acme.Shop",
                ".Shop | is not a class",
                "#checkout | nothing in \"#checkout\" is not a class such as",
                "+ | nothing in \"+\" is not a class such as",
                "Shop# | nothing in \"Shop#\" is not a method such as checkout or get*, without parentheses, after #",
                "Shop#a() | \"a()\" in \"Shop#a()\" is not a method such as checkout",
                "Shop#a#b | \"a#b\" in \"Shop#a#b\" is not a method",
                "Shop checkout | is not a class such as",
                "@htpt | \"@htpt\" is no preset, did you mean @http?",
                "@HTTP | \"@HTTP\" is no preset, did you mean @http?",
                "@kafka | \"@kafka\" is no preset; there are @http, @jdbc, @messaging, @executor; an annotation",
                "@GetMapping | an annotation needs its package, or @**.GetMapping",
                "-@jbdc:@htpt | \"@jbdc\" is no preset, did you mean @jdbc?; \"@htpt\" is no preset, did you mean @http?",
                "@http#service | \"@http#service\" is no preset, did you mean @http?",
                "com.acme.Shop::checkout | has two colons, but a method follows #, as in com.acme.Shop#checkout",
                "::: | has two colons, but a method follows #",
                "'' | \"\" names no methods to time, such as com.acme.**",
                ": | \":\" names no methods to time, such as com.acme.**",
                "-com.acme.Shop | names no methods to time, such as com.acme.** beside what is left out",
            })
    void whatIsWrong_isSaidInOnePhrase(String text, String phrase) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MethodPatterns.parse(text))
                .withMessageContaining(phrase);
    }

    @Test
    void whatIsWrong_isLeftOut_andTheRestIsTimed() {
        MethodPatterns patterns = MethodPatterns.parse("com.acme.Shop:@jbdc:-@htp:@http:Shop#a()");

        assertThat(patterns.groups()).extracting(MethodGroup::name).containsExactly("com.acme.Shop", "@http");
        assertThat(patterns.faults()).hasSize(3).first().asString().contains("@jbdc");
    }

    @Test
    void moreThan64Groups_areRefused() {
        String most = classes(64);

        assertThat(MethodPatterns.parse(most + ":-Class1").groups()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MethodPatterns.parse(classes(65)))
                .withMessage("65 patterns are more than the 64 that are allowed");
    }

    private static String classes(int count) {
        return IntStream.range(0, count).mapToObj(number -> "Class" + number).collect(Collectors.joining(":"));
    }
}
