package io.echotrace.metric;

import java.util.Objects;

/** A named quantity with a unit. Two metrics are equal when their names are. Immutable. */
public final class Metric {
    private final String name;
    private final Unit unit;
    private final String description;

    /**
     * @param name OpenTelemetry's name where there is one, for example {@code system.cpu.utilization}
     * @param description one phrase for people, for example "busy share of all cores"
     */
    public Metric(String name, Unit unit, String description) {
        this.name = Objects.requireNonNull(name);
        this.unit = Objects.requireNonNull(unit);
        this.description = Objects.requireNonNull(description);
    }

    /** The name that stands over its column in the CSV. */
    public String name() {
        return name;
    }

    /** What its values count. */
    public Unit unit() {
        return unit;
    }

    /** One phrase for people. */
    public String description() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metric && ((Metric) other).name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
