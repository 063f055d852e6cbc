package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.JdkClasses;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are left alone whatever a pattern says: our own, those of other agents, and those that are made while
 * the program runs and stand in for the ones that are meant.
 */
final class IgnoredClasses {
    /** What the recorder runs on, and the weaver: a call of theirs within a call of theirs would have no end. */
    private static final String[] NEVER = {
        "java.lang.",
        "java.util.concurrent.atomic.",
        "java.util.concurrent.locks.",
        "jdk.internal.",
        "sun.misc.",
        "sun.reflect.",
        "sun.instrument.",
        "java.security.AccessController",
        "io.echotrace.agent.",
    };

    /** Other agents, and what they put into the JVM. */
    private static final String[] AGENTS = {
        "io.opentelemetry.javaagent.",
        "io.opentelemetry.instrumentation.",
        "datadog.",
        "com.datadog.",
        "ddtrot.",
        "co.elastic.apm.",
        "com.newrelic.",
        "com.nr.agent.",
        "com.dynatrace.",
        "com.appdynamics.",
        "com.singularity.",
        "com.instana.",
        "org.apache.skywalking.apm.",
        "com.navercorp.pinpoint.",
        "org.glowroot.agent.",
        "org.stagemonitor.",
        "io.kanela.",
        "kanela.",
        "com.contrastsecurity.",
        "com.jprofiler.",
        "com.yourkit.",
        "com.intellij.rt.",
        "org.jacoco.agent.",
        "org.jacoco.core.",
        "org.jboss.byteman.",
        "org.openjdk.btrace.",
        "com.sun.btrace.",
        "com.taobao.arthas.",
        "com.alibaba.arthas.",
        "java.arthas.",
        "one.profiler.",
        "org.jolokia.jvmagent.",
        "io.prometheus.jmx.",
        "reactor.blockhound.",
        "net.bytebuddy.",
        "org.aspectj.weaver.",
    };

    /** Parts of the names of classes that are made while the program runs. */
    private static final String[] MADE = {
        "$$Lambda",
        "$$EnhancerBy",
        "$$SpringCGLIB$$",
        "$$FastClassBy",
        "$$KeyFactoryBy",
        "_$$_jvst",
        "$MockitoMock$",
        "$HibernateProxy",
        "$ByteBuddy$",
        "$_$_WeldClientProxy",
        "$_$_WeldSubclass",
        "$Proxy$_$$_",
        "_Subclass$$",
        "$auxiliary$",
        "GeneratedMethodAccessor",
        "GeneratedConstructorAccessor",
        "GeneratedSerializationConstructorAccessor",
        "LambdaForm$",
        "BoundMethodHandle$",
    };

    /** How the names of such classes end, where a program's own may have the same within. */
    private static final String[] MADE_ENDS = {"_ClientProxy", "_Subclass"};

    /** What a number follows in the name of a proxy that the JDK makes. */
    private static final String PROXY = "$Proxy";

    /** The JDK's own, as far as a program's loader may define them. */
    private static final String[] JDK = {
        "java.",
        "javax.management.",
        "jdk.",
        "sun.",
        "com.sun.tools.",
        "com.sun.jdi.",
        "com.sun.jndi.",
        "com.sun.management.",
    };

    private final ClassLoader own;
    private final ClassLoader platform = JdkClasses.platformLoader();

    IgnoredClasses() {
        own = IgnoredClasses.class.getClassLoader();
    }

    /** Whether nobody can have the class timed. */
    boolean contains(@Nullable ClassLoader loader, String name) {
        return loader == own || startsWithAny(name, NEVER) || startsWithAny(name, AGENTS) || isMade(name);
    }

    /** Whether the class is the JDK's, and only meant where a pattern names it in full. */
    boolean isOfTheJdk(@Nullable ClassLoader loader, String name) {
        return JdkClasses.isJdkLoader(loader, platform) || startsWithAny(name, JDK);
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMade(String name) {
        if (name.indexOf('$') < 0 && !name.contains("Generated") && name.indexOf('_') < 0) {
            return false;
        }
        for (String part : MADE) {
            if (name.contains(part)) {
                return true;
            }
        }
        for (String end : MADE_ENDS) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return isNumberedProxy(name);
    }

    private static boolean isNumberedProxy(String name) {
        int proxy = name.lastIndexOf(PROXY);
        int digit = proxy + PROXY.length();
        if (proxy < 0 || digit == name.length()) {
            return false;
        }
        while (digit < name.length() && Character.isDigit(name.charAt(digit))) {
            digit++;
        }
        return digit == name.length();
    }
}
