package io.echotrace.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test, or all of a class, runs where these programs are on the path. May stand on an annotation of one's own. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProgramsCondition.class)
public @interface NeedsPrograms {
    /** Their names. */
    String[] value();

    /** The packages that bring them, for people. */
    String install();
}
