/**
 * Timed methods, proved on real programs: that each call is counted, that durations are true, that woven programs do what
 * they did, that what is unwoven is as before, and that virtual threads are at ease.
 */
package io.echotrace.it.method;
