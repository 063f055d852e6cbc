package io.echotrace;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;

/** The functions of {@link Math} whose last digit the JVM may choose. */
final class InexactMath {
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private InexactMath() {}

    static DescribedPredicate<JavaMethodCall> calls() {
        return DescribedPredicate.describe(
                "it is an inexact function of Math",
                call -> call.getTargetOwner().isEquivalentTo(Math.class) && FUNCTIONS.contains(call.getName()));
    }
}
