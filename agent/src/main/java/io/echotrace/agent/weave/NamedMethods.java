package io.echotrace.agent.weave;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class NamedMethods implements TimedGroups {
    private final String[] classes;
    private final String[] names;
    private final boolean[] outer;

    NamedMethods(String text) {
        String[] parts = text.split(":");
        classes = new String[parts.length];
        names = new String[parts.length];
        outer = new boolean[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String p = parts[i];
            outer[i] = p.startsWith("!");
            p = p.replace("!", "");
            int hash = p.indexOf('#');
            classes[i] = hash < 0 ? p : p.substring(0, hash);
            names[i] = hash < 0 ? "*" : p.substring(hash + 1);
        }
    }

    @Override
    public int count() {
        return classes.length;
    }

    @Override
    public String name(int group) {
        return classes[group] + "#" + names[group];
    }

    @Override
    public boolean countsOutermostOnly(int group) {
        return outer[group];
    }

    @Override
    public boolean mayContain(String className) {
        for (String c : classes) {
            if (c.equals("**") || c.equals(className)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean names(String className) {
        for (String c : classes) {
            if (c.equals(className)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Map<String, Integer> find(@Nullable ClassLoader loader, String className, byte[] classFile) {
        Map<String, Integer> found = new HashMap<>();
        for (String method : WeavableMethods.in(classFile)) {
            for (int i = classes.length - 1; i >= 0; i--) {
                if ((classes[i].equals("**") || classes[i].equals(className))
                        && (names[i].equals("*") || names[i].equals(method.substring(0, method.indexOf('('))))) {
                    found.put(method, i);
                }
            }
        }
        return found;
    }
}
