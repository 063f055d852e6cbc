package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.ClassMatcher;
import io.echotrace.agent.pattern.MethodPatterns;
import java.io.IOException;
import java.util.Collections;

/**
 * Weaves a class of our own, so that all that weaving takes is loaded before a thread of the host is in need of it, in the
 * midst of loading a class.
 */
final class WarmUp {
    private static final Class<?> OWN = TimedMethods.class;

    private WarmUp() {}

    static void run(String recorder) throws IOException {
        MethodPatterns patterns = MethodPatterns.parse(OWN.getName() + "#name");
        byte[] classFile = ClassBytes.of(OWN);
        ClassMatch match = new ClassMatcher(patterns)
                .match(OWN.getClassLoader(), OWN.getName().replace('.', '/'), null, classFile);
        GroupAdvice advice = new GroupAdvice(patterns.groups().get(0), 0, recorder, new TimedMethods());
        new ClassWeaver(Collections.singletonList(advice)).weave(OWN.getName(), classFile, match);
    }
}
