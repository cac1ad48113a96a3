package com.fusioncommerce.workloads.client;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code max} or so many a second. */
public final class RateConverter implements ITypeConverter<Pace> {
    @Override
    public Pace convert(String text) {
        if (text.equals("max")) {
            return Pace.unlimited();
        }
        try {
            return Pace.perSecond(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is neither 'max' nor a number of more than 0");
        }
    }
}
