package com.fusioncommerce.platform.cli;

import com.fusioncommerce.schemas.Keys;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a tenant's name, validated by the same rule as record keys and the API. */
public final class TenantName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (!Keys.isTenant(text)) {
            throw new TypeConversionException("'" + text + "' cannot name a tenant: " + Keys.TENANT_FORM);
        }
        return text;
    }
}
