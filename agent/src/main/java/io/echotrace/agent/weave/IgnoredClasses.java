package io.echotrace.agent.weave;

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

    private static final String JDK_PROXY = "$Proxy";
    private static final String CDI_PROXY = "_ClientProxy";

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
        "_Subclass$$function$$",
        "$auxiliary$",
        "GeneratedMethodAccessor",
        "GeneratedConstructorAccessor",
        "GeneratedSerializationConstructorAccessor",
        "LambdaForm$",
        "BoundMethodHandle$",
    };

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

    private final ClassLoader own = IgnoredClasses.class.getClassLoader();
    private final ClassLoader platform = topmost();

    /** Whether nobody can have the class timed. */
    boolean contains(@Nullable ClassLoader loader, String name) {
        return loader == own || startsWithAny(name, NEVER) || startsWithAny(name, AGENTS) || isMade(name);
    }

    /** Whether the class is the JDK's, and only meant where a pattern names it in full. */
    boolean isOfTheJdk(@Nullable ClassLoader loader, String name) {
        return loader == null || loader == platform || startsWithAny(name, JDK);
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
        if (name.indexOf('$') < 0 && !name.contains("Generated") && !name.contains("_")) {
            return false;
        }
        for (String part : MADE) {
            if (name.contains(part)) {
                return true;
            }
        }
        return name.endsWith(CDI_PROXY) || isJdkProxy(name);
    }

    /** Whether only digits follow: programs, too, call classes of theirs proxies. */
    private static boolean isJdkProxy(String name) {
        int from = name.lastIndexOf(JDK_PROXY);
        if (from < 0 || from + JDK_PROXY.length() == name.length()) {
            return false;
        }
        for (int i = from + JDK_PROXY.length(); i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static ClassLoader topmost() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }
}
