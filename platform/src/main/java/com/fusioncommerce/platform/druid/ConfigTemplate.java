package com.fusioncommerce.platform.druid;

import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file with placeholders <code>${name}</code>.
 *
 * @param text the template as stored among the resources
 */
record ConfigTemplate(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z.]*)}");

    /** Reads a template from the resources of this package. */
    static ConfigTemplate load(String name) {
        return new ConfigTemplate(ClasspathFile.text(ConfigTemplate.class, name));
    }

    /**
     * The text with all placeholders replaced.
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
