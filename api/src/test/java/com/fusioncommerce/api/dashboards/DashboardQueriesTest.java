package com.fusioncommerce.api.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DashboardQueriesTest {
    private static final Pattern LIST = Pattern.compile("Queries: ((?:`[a-z-]+`(?:, )?)+)");

    @Test
    void the_page_lists_the_queries_that_are_offered_and_no_other() throws IOException {
        Matcher list = LIST.matcher(Files.readString(Path.of("../docs/analytics.md")));
        assertThat(list.find()).isTrue();

        List<String> listed = Pattern.compile("[a-z-]+")
                .matcher(list.group(1))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(DashboardQueries.names());
    }

    @Test
    void every_query_is_offered_but_those_of_the_reconciliation() {
        List<DruidQuery> hidden = Arrays.stream(DruidQuery.values())
                .filter(query -> !DashboardQueries.names().contains(query.label()))
                .toList();

        assertThat(hidden).hasSize(5).allSatisfy(query -> assertThat(query.label())
                .startsWith("imported-"));
    }
}
