package io.echotrace.agent.option;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escapes that every value knows, so that no shell, no comma and no character set stands between a user and a name:
 * {@code %XX}, two hexadecimal digits from 20 on, is a byte of UTF-8, and {@code %%} is a percent sign. A percent sign
 * before anything else is what it is.
 */
public final class PercentEscapes {
    /** A run of escaped bytes, in the form in which a larger expression can use it. */
    public static final String BYTES = "(?:%[2-9A-Fa-f][0-9A-Fa-f])+";

    private static final Pattern ESCAPE = Pattern.compile("%%|" + BYTES);
    private static final int ESCAPE_LENGTH = 3;

    private PercentEscapes() {}

    /** The text with its escapes replaced. */
    public static String decode(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        StringBuffer decoded = new StringBuffer();
        while (matcher.find()) {
            String escape = matcher.group();
            String meant = escape.equals("%%") ? "%" : bytes(escape);
            matcher.appendReplacement(decoded, Matcher.quoteReplacement(meant));
        }
        return matcher.appendTail(decoded).toString();
    }

    /** What a run of escaped bytes stands for: {@code %C3%A9} for é. */
    public static String bytes(String escapes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escapes.length(); i += ESCAPE_LENGTH) {
            bytes.write(Integer.parseInt(escapes.substring(i + 1, i + ESCAPE_LENGTH), 16));
        }
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
}
