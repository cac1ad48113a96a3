package com.fusioncommerce.platform.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a number on the command line, both ends included. Every option that is a number declares one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Between {
    /** The least that is allowed. */
    double min();

    /** The most that is allowed. */
    double max();

    /** Whether {@code max} may be said instead of a number, as {@link NumberOrMax} reads it. */
    boolean orUnlimited() default false;
}
