package com.fusioncommerce.platform.cli;

import com.fusioncommerce.schemas.Keys;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a tenant's name, by the rule that keys of records and the API have. */
public final class TenantName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (!Keys.isTenant(text)) {
            throw new TypeConversionException("'" + text + "' cannot name a tenant: " + Keys.TENANT_FORM);
        }
        return text;
    }
}
