package io.echotrace.agent.host;

import io.echotrace.agent.spelling.NearestWord;
import io.echotrace.mapping.SoundChoices;
import io.echotrace.mapping.SoundTable;
import io.echotrace.session.SoundOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user's own sound table: lines of {@code key=value}, UTF-8, {@code #} begins a comment. What is wrong is named with its
 * line and left out.
 */
public final class SoundFile {
    private SoundFile() {}

    /**
     * Reads the choices.
     *
     * @param options which shape the table that the choices are about
     * @param trouble is told of each line that is wrong, and if the file cannot be read
     */
    public static SoundChoices read(File file, SoundOptions options, Consumer<String> trouble) {
        SoundTable table = options.table();
        SoundChoices choices = SoundChoices.NONE;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                choices = with(choices, line.trim(), table, file + " line " + number, trouble);
            }
        } catch (IOException e) {
            trouble.accept("sound=" + file + " cannot be read: " + e.getMessage());
        }
        return choices;
    }

    private static SoundChoices with(
            SoundChoices choices, String line, SoundTable table, String place, Consumer<String> trouble) {
        if (line.isEmpty() || line.startsWith("#")) {
            return choices;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).trim();
        try {
            String value = equals < 0 ? "" : line.substring(equals + 1).trim();
            return choices.with(key, value, table);
        } catch (IllegalArgumentException e) {
            trouble.accept(place + ", " + line + ": " + e.getMessage() + hint(key, table) + "; it is left out");
            return choices;
        }
    }

    private static String hint(String key, SoundTable table) {
        String name = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        @Nullable String nearest = NearestWord.to(name, SoundChoices.names(table));
        return nearest == null || nearest.equals(name) ? "" : ", did you mean " + nearest + "?";
    }
}
