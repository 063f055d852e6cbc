package io.echotrace.needs;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for what {@link NeedsPrograms} names. */
final class ProgramsCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsPrograms.class)
                .map(needs -> evaluate(needs, context.getDisplayName(), Missing.isCi()))
                .orElse(enabled("needs no programs"));
    }

    static ConditionEvaluationResult evaluate(NeedsPrograms needs, String test, boolean ci) {
        List<String> missing =
                Stream.of(needs.value()).filter(program -> !onPath(program)).toList();
        if (missing.isEmpty()) {
            return enabled("all programs are here");
        }
        String line = test + " needs " + String.join(", ", missing) + ": install " + needs.install();
        return disabled(Missing.toldOrRefused(line, ci));
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
