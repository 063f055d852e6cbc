/** What a run sounds like: recordings and their measurements side by side, in memory and on a sound card. */
package io.echotrace.it.sound;
