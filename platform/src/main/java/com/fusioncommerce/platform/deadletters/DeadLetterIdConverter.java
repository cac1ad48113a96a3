package com.fusioncommerce.platform.deadletters;

import com.fusioncommerce.streams.deadletters.DeadLetterId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a dead letter's id, {@code topic@offset}. */
final class DeadLetterIdConverter implements ITypeConverter<DeadLetterId> {
    @Override
    public DeadLetterId convert(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
