package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.schemas.testing.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the OpenAPI document describes exactly the API's behaviour. */
@ExtendWith(ApiExtension.class)
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private static final Path APPROVED = Path.of("src/test/resources/openapi.approved.json");

    private static final Path PAGE = Path.of("../docs/api.md");

    private static final String TABLE = "| code | status | meaning |\n|---|---|---|\n";

    private final ApiExtension.Shared shared;
    private final JsonNode document;

    OpenApiTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.document = shared.document();
    }

    @Test
    void the_document_is_the_approved_one() {
        Approved.verify(APPROVED, new String(shared.api().document(), UTF_8));
    }

    @Test
    void the_document_is_served() {
        ApiClient.Answer answer = shared.newTenant().with(null).get("/openapi.json");

        assertThat(answer.json()).isEqualTo(document);
    }

    @Test
    void it_has_every_route_with_its_scopes_and_parameters_and_no_other() {
        Map<String, String> routes = new TreeMap<>();
        for (Route route : shared.api().routes()) {
            routes.put(
                    route.method() + " " + route.path(),
                    scopes(route.access()) + " " + new TreeSet<>(route.parameters()));
        }

        assertThat(documented()).isEqualTo(routes);
    }

    @Test
    void it_lists_every_problem() {
        List<String> listed = new ArrayList<>();
        for (JsonNode problem : document.at("/components/schemas/Problem/x-problems")) {
            listed.add(problem.path("status").intValue() + " "
                    + problem.path("code").textValue() + " "
                    + problem.path("title").textValue());
        }

        Set<ProblemType> known = new LinkedHashSet<>(ProblemType.general());
        shared.api().operations().forEach(operation -> known.addAll(operation.problems()));
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(known.stream()
                        .map(type -> type.status() + " " + type.code() + " " + type.title())
                        .toList());
        List<String> codes = new ArrayList<>();
        document.at("/components/schemas/Problem/properties/code/enum").forEach(code -> codes.add(code.textValue()));
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().map(ProblemType::code).toList());
    }

    @Test
    void the_table_for_people_has_the_same_problems() throws IOException {
        StringBuilder rows = new StringBuilder();
        document.at("/components/schemas/Problem/x-problems")
                .forEach(problem -> rows.append("| `%s` | %d | %s |\n"
                        .formatted(
                                problem.path("code").textValue(),
                                problem.path("status").intValue(),
                                problem.path("title").textValue())));
        String page = Files.readString(PAGE);
        assertThat(page).contains(TABLE);
        int begin = page.indexOf(TABLE) + TABLE.length();
        int end = begin;
        while (end < page.length() && page.charAt(end) == '|') {
            end = page.indexOf('\n', end) + 1;
        }

        Approved.verify(PAGE, page.substring(0, begin) + rows + page.substring(end));
    }

    @Test
    void every_reference_in_it_leads_somewhere() {
        List<String> broken = document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(broken).isEmpty();
    }

    private Map<String, String> documented() {
        Map<String, String> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                security(operation.getValue()) + " " + queryParameters(operation.getValue()));
                    }
                }));
        return operations;
    }

    private static Set<String> security(JsonNode operation) {
        Set<String> scopes = new TreeSet<>();
        for (JsonNode alternative : operation.path("security")) {
            alternative.path("bearer").forEach(scope -> scopes.add(scope.textValue()));
        }
        return scopes;
    }

    private Set<String> queryParameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? document.at(parameter.path("$ref").textValue().substring(1))
                    : parameter;
            if (resolved.path("in").textValue().equals("query")) {
                names.add(resolved.path("name").textValue());
            }
        }
        return names;
    }

    private static Set<String> scopes(Access access) {
        Set<String> claims = new TreeSet<>();
        access.anyOf().forEach(scope -> claims.add(scope.claim()));
        return claims;
    }
}
