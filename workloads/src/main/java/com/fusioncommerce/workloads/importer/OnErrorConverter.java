package com.fusioncommerce.workloads.importer;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts {@code skip} or {@code stop}. */
final class OnErrorConverter implements ITypeConverter<OnError> {
    @Override
    public OnError convert(String text) {
        try {
            return OnError.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is neither 'skip' nor 'stop'");
        }
    }
}
