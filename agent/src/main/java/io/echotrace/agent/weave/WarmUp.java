package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.probe.Probe;
import io.echotrace.probe.SupplierProbe;
import java.io.IOException;
import java.util.Collections;

/**
 * Weaves a class of our own as if it were the host's, so that all that weaving takes is loaded before a thread of the host
 * is in need of it, in the midst of loading a class.
 */
final class WarmUp {
    private static final Class<?> OWN = SupplierProbe.class;
    /** All kinds of patterns; the two that name nothing have the class's annotations looked at, and its interface read. */
    private static final String PATTERNS =
            OWN.getName() + "#*:-@" + OWN.getName() + "#none:-+" + Probe.class.getName() + "#none";

    private WarmUp() {}

    static void run(String recorder, Notices notices) throws IOException {
        MethodPatterns patterns = MethodPatterns.parse(PATTERNS);
        GroupAdvice advice = new GroupAdvice(patterns.groups().get(0), 0, recorder, new TimedMethods());
        new WeavingTransformer(
                        patterns, new ClassWeaver(Collections.singletonList(advice)), new WeavingNotices(notices))
                .transform(new Below(), OWN.getName().replace('.', '/'), null, null, ClassBytes.of(OWN));
    }

    /** A loader as a host may have it: those of our own classes are none to weave. */
    private static final class Below extends ClassLoader {
        Below() {
            super(WarmUp.class.getClassLoader());
        }
    }
}
