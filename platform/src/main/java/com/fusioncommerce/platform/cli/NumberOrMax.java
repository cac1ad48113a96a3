package com.fusioncommerce.platform.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a number, or {@code max} to infinity. */
public final class NumberOrMax implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is neither 'max' nor a number");
        }
        throw new TypeConversionException("'" + text + "' is neither 'max' nor a number");
    }
}
