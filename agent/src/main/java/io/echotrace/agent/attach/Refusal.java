package io.echotrace.agent.attach;

/**
 * What the reports of the attach API mean, in words for the user. The words it uses differ between versions; those looked for
 * here were seen in the tools of Java 8 to 27.
 */
final class Refusal {
    private Refusal() {}

    /** Whether the report excludes that the agent was reached, whichever versions of Java talk to each other. */
    static boolean isFinal(ReportedFailureException report) {
        return isDynamicLoadingDisabled(report) || isJarUnreadable(report);
    }

    static String explain(Jvm jvm, ReportedFailureException report) {
        if (hasEnded(jvm)) {
            return jvm + " has just ended";
        }
        if (isDynamicLoadingDisabled(report)) {
            return jvm
                    + " runs with -XX:-EnableDynamicAgentLoading and takes no agents while it runs:\nstart it without that"
                    + " option, or with -javaagent:" + AgentJar.own();
        }
        if (report.says("does not support the attach mechanism")) {
            return jvm + " runs with -XX:+DisableAttachMechanism: start it with -javaagent:" + AgentJar.own()
                    + " instead";
        }
        if (isJarUnreadable(report)) {
            return jvm
                    + " could not read the agent's jar: put it where the user of that JVM may read it, and all folders"
                    + " above it;\na path in ASCII helps where that JVM runs without a UTF-8 locale";
        }
        if (report.says("not secure") || report.says("Operation not permitted") || report.says("Permission denied")) {
            return jvm + " belongs to another user: run this command as that user (" + report.getMessage() + ")";
        }
        if (report.says("Unable to open socket file")) {
            return noAnswer(jvm);
        }
        return jvm + " cannot be attached to: " + report.getMessage();
    }

    /** Whether the JVM is known to have ended. */
    static boolean hasEnded(Jvm jvm) {
        return LinuxProcess.areShown() && new LinuxProcess(jvm.pid()).hasEnded();
    }

    /** Bounded waiting has ended. */
    static String noAnswer(Jvm jvm) {
        return jvm + " does not answer within 10 seconds: it hangs, or is too busy; try again later";
    }

    /** The load was reported as done, and nothing came of it. */
    static String silent(Jvm jvm) {
        return jvm
                + " loaded the jar, but the agent in it did not answer within 10 seconds; see that JVM's standard error";
    }

    private static boolean isDynamicLoadingDisabled(ReportedFailureException report) {
        return report.says("Dynamic agent loading is not enabled");
    }

    private static boolean isJarUnreadable(ReportedFailureException report) {
        return report.says("Agent JAR not found");
    }
}
