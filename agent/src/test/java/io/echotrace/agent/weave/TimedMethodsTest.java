package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.pattern.MethodGroup;
import io.echotrace.agent.pattern.MethodPatterns;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimedMethodsTest {
    private static final MethodGroup GROUP =
            MethodPatterns.parse("com.acme.**").groups().get(0);

    @Test
    void methodsThatHaveNotBecomeCode_areInNoList_untilTheyAreWovenAgain() {
        TimedMethods methods = new TimedMethods();
        int first = methods.numberOf("com.acme.A#a", GROUP);
        methods.numberOf("com.acme.A#b", GROUP);
        methods.numberOf("com.acme.AB#c", GROUP);
        methods.withdraw(Set.of("com.acme.A"));
        assertThat(methods.summary(GROUP).methods).isEqualTo(1);
        assertThat(methods.summary(GROUP).classes).isEqualTo(1);
        assertThat(methods.summary(GROUP).examples).containsExactly("com.acme.AB#c");
        assertThat(methods.numberOf("com.acme.A#a", GROUP)).isEqualTo(first);
        assertThat(methods.summary(GROUP).classes).isEqualTo(2);
    }

    @Test
    void methodsWithoutEnd_shareOneNumber() {
        TimedMethods methods = new TimedMethods(2);
        methods.numberOf("com.acme.A#a", GROUP);
        methods.numberOf("com.acme.A#b", GROUP);
        assertThat(methods.numberOf("com.acme.A#c", GROUP)).isEqualTo(2);
        assertThat(methods.numberOf("com.acme.A#d", GROUP)).isEqualTo(2);
        assertThat(methods.count()).isEqualTo(2);
        assertThat(methods.summary(GROUP).methods).isEqualTo(2);
    }
}
