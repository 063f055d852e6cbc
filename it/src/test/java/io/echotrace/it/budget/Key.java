package io.echotrace.it.budget;

/**
 * What a number is of.
 *
 * @param quantity its name, which ends with its unit
 * @param part the thread or the scene, empty when it is the whole
 */
record Key(String quantity, String part, Setup setup) {
    /** Of the whole. */
    static Key of(String quantity, Setup setup) {
        return new Key(quantity, "", setup);
    }

    Key with(Setup other) {
        return new Key(quantity, part, other);
    }
}
