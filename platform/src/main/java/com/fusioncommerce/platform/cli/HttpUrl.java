package com.fusioncommerce.platform.cli;

import com.fusioncommerce.platform.config.HttpUrls;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the URL of a server, as every option that takes one does. */
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
