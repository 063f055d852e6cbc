package io.echotrace.agent.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The JVM that a user means by a process id, or by a name or a part of it. */
public final class JvmChoice {
    private final RunningJvms running = new RunningJvms();

    /**
     * A process id is the one thing that is all digits. A name that fits exactly comes before one that contains the text.
     *
     * @throws AttachException if there is none
     * @throws AmbiguousNameException if there are several
     */
    public Jvm find(String pidOrName) throws AttachException, AmbiguousNameException {
        if (pidOrName.matches("[0-9]{1,9}")) {
            return running.get(Integer.parseInt(pidOrName));
        }
        List<Jvm> all = running.all();
        String part = pidOrName.toLowerCase(Locale.ROOT);
        List<Jvm> found = those(all, jvm -> jvm.name().equals(pidOrName));
        if (found.isEmpty()) {
            found = those(all, jvm -> jvm.name().toLowerCase(Locale.ROOT).contains(part));
        }
        if (found.isEmpty()) {
            throw new AttachException("no JVM has '" + pidOrName + "' in its name; echotrace list shows them");
        }
        return only(found, "'" + pidOrName + "' fits several JVMs, give the process id");
    }

    /**
     * The only JVM that has EchoTrace in it.
     *
     * @throws AttachException if there is none
     * @throws AmbiguousNameException if there are several
     */
    public Jvm withAgent() throws AttachException, AmbiguousNameException {
        List<Jvm> found = new ArrayList<>();
        for (Jvm jvm : running.all()) {
            if (RemoteJvm.stateOf(jvm).isPresent()) {
                found.add(jvm);
            }
        }
        if (found.isEmpty()) {
            throw new AttachException("no JVM has EchoTrace in it; echotrace list shows them all");
        }
        return only(found, "several JVMs have EchoTrace in them, give the process id");
    }

    private static Jvm only(List<Jvm> found, String otherwise) throws AmbiguousNameException {
        if (found.size() > 1) {
            throw new AmbiguousNameException(otherwise, found);
        }
        return found.get(0);
    }

    private static List<Jvm> those(List<Jvm> jvms, Predicate<Jvm> wanted) {
        List<Jvm> found = new ArrayList<>();
        for (Jvm jvm : jvms) {
            if (wanted.test(jvm)) {
                found.add(jvm);
            }
        }
        return found;
    }
}
