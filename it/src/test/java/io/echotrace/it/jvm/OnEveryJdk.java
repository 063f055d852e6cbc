package io.echotrace.it.jvm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a test once for each feature version of Java that EchoTrace supports; the version is the first argument, and {@link
 * Jdks#home} its home, which skips the run where there is none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "JDK {0}")
@ValueSource(ints = {8, 11, 17, 21, 25, 27})
public @interface OnEveryJdk {}
