package io.echotrace.finding;

import io.echotrace.metric.Row;
import org.jspecify.annotations.Nullable;

/** Watches for one fault. Sees every row once, in order. The probe thread's own. */
interface Rule {
    Fault fault();

    /**
     * Looks at the next row.
     *
     * @param holding whether the fault was found and holds still; a rule lets go later than it catches
     * @return what speaks for the fault now; null when nothing does
     */
    @Nullable Evidence judge(Row row, boolean holding);
}
