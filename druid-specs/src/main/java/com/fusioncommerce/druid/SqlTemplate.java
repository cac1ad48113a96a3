package com.fusioncommerce.druid;

import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A SQL statement from the resources.
 *
 * @param sql with {@code ?} for each argument, without comments
 * @param parameters the parameter that each {@code ?} stands for, in order
 */
record SqlTemplate(String sql, List<Parameter> parameters) {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*\n");
    private static final Pattern NAMED = Pattern.compile(":([a-z]+)");

    /** Reads {@code queries/<name>.sql}. */
    static SqlTemplate load(String name) {
        return of(ClasspathFile.text(SqlTemplate.class, "queries/" + name + ".sql"));
    }

    /** Parses SQL with {@code :name} for each argument and {@code EXACT_SUM} for sums of any size. */
    static SqlTemplate of(String text) {
        String bare = ExactSum.inSql(COMMENT.matcher(text).replaceAll("").strip());
        List<Parameter> parameters = NAMED.matcher(bare)
                .results()
                .map((MatchResult found) -> Parameter.named(found.group(1)))
                .toList();
        return new SqlTemplate(NAMED.matcher(bare).replaceAll("?"), parameters);
    }
}
