package io.echotrace.agent.boot;

import java.lang.reflect.InvocationTargetException;

/** Where {@code java -jar echotrace.jar} begins: hands over to the command line in the hidden part of the jar. */
public final class Launcher {
    private static final String COMMAND_LINE = "io.echotrace.agent.cli.CommandLineMain";

    private Launcher() {}

    /** Runs the command line, which ends the JVM with its exit code. */
    public static void main(String[] arguments) throws Throwable {
        Class<?> main = new PayloadLoader().loadClass(COMMAND_LINE);
        try {
            main.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
