package io.echotrace.it.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.Permission;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lists the programs that this JVM starts or tries to start: as its security manager, which allows everything, it is asked
 * before each. Lists them when the agent has read all it reads, and again when it has itself started one.
 */
public final class ProgramStarts extends SecurityManager {
    /** Four seconds: by then each probe has been read, and those of the machine twice. */
    private static final int ROWS = 40;

    private static final List<String> PROGRAMS = new CopyOnWriteArrayList<>();

    public ProgramStarts() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        awaitRows(Paths.get(arguments[0]));
        System.out.println("with the agent: " + PROGRAMS);
        try {
            new ProcessBuilder("no-such-program").start().waitFor();
        } catch (IOException expected) {
            System.out.println("and then: " + PROGRAMS);
        }
    }

    @Override
    public void checkExec(String program) {
        PROGRAMS.add(program);
    }

    @Override
    public void checkPermission(Permission permission) {}

    @Override
    public void checkPermission(Permission permission, Object context) {}

    private static void awaitRows(Path csv) throws IOException, InterruptedException {
        while (!Files.exists(csv) || Files.readAllLines(csv).size() < ROWS) {
            Thread.sleep(20);
        }
    }
}
