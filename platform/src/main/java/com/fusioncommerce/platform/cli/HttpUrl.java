package com.fusioncommerce.platform.cli;

import com.fusioncommerce.platform.config.HttpUrls;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the URL of a server, for every option that takes one. */
public final class HttpUrl implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            return HttpUrls.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
