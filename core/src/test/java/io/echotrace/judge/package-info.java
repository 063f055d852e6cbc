/**
 * The judge: scenes of trouble written from the contract of the sound alone, and a trained listener that has to tell from
 * their sound what is wrong. It shows that sounds are separable, not that people hear it.
 */
package io.echotrace.judge;
