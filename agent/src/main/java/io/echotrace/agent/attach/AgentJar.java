package io.echotrace.agent.attach;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** The jar that this code comes from, which is loaded into other JVMs. */
final class AgentJar {
    private AgentJar() {}

    /** Its absolute path. */
    static String own() {
        CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
        try {
            return new File(source.getLocation().toURI()).getAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
