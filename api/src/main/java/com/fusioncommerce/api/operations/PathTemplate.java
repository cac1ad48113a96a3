package com.fusioncommerce.api.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template of a path, with parameters in braces. */
public final class PathTemplate {
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    private final List<String> parameters = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();

    /** Parses a template. */
    public PathTemplate(String path) {
        Matcher matcher = PARAMETER.matcher(path);
        int from = 0;
        while (matcher.find()) {
            literals.add(path.substring(from, matcher.start()));
            parameters.add(matcher.group(1));
            from = matcher.end();
        }
        literals.add(path.substring(from));
    }

    List<String> parameters() {
        return List.copyOf(parameters);
    }

    /** The path with the values of all parameters. */
    public String with(Object... values) {
        StringBuilder path = new StringBuilder(literals.get(0));
        for (int i = 0; i < parameters.size(); i++) {
            path.append(segment(String.valueOf(values[i]))).append(literals.get(i + 1));
        }
        return path.toString();
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }
}
