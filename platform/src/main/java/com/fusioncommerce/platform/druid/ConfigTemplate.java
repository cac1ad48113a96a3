package com.fusioncommerce.platform.druid;

import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file with <code>${name}</code> where a value belongs.
 *
 * @param text the file as it lies among the resources
 */
record ConfigTemplate(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z.]*)}");

    /** Reads a template that lies beside this class. */
    static ConfigTemplate load(String name) {
        return new ConfigTemplate(ClasspathFile.text(ConfigTemplate.class, name));
    }

    /**
     * The text with every placeholder filled.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    String fill(Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for ${" + found.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
