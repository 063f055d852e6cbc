package io.echotrace.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test runs where {@link io.echotrace.ear.VirtualSoundCard} can be started. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@NeedsPrograms(
        value = {"pulseaudio", "pactl", "parec"},
        install = "pulseaudio, pulseaudio-utils and libasound2-plugins")
public @interface NeedsSoundServer {}
