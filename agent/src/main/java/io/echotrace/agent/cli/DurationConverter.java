package io.echotrace.agent.cli;

import io.echotrace.agent.option.Quantities;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as the agent's options do: {@code 100ms}, {@code 2s}, {@code 5m}; a bare number is seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Quantities.duration(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is no duration, such as 60, 0.5, 100ms or 5m");
        }
    }
}
