package com.fusioncommerce.platform.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a numeric option on the command line, both ends included. Every numeric option declares one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Between {
    /** The smallest allowed number. */
    double min();

    /** The largest allowed number. */
    double max();

    /** Whether the option accepts {@code max} instead of a number, as {@link NumberOrMax} reads it. */
    boolean orUnlimited() default false;
}
