package com.fusioncommerce.trials.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.druid.SupervisorSpecs;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class ConsolesIT {
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    @Test
    void an_operator_opens_druids_and_flinks_consoles_behind_the_apis_login(Running platform) throws Exception {
        URI api = platform.config().apiUrl();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.page(new Browser.NewPageOptions().setViewportSize(1_400, 1_000));
            page.navigate(api + "/dashboards#token=" + platform.operatorToken());
            assertThat(page.locator("#console")).isVisible(PATIENT);

            page.navigate(api + ConsoleRoutes.DRUID + "#ingestion");
            assertThat(page.getByText(SupervisorSpecs.LINE_FACTS).first()).isVisible(PATIENT);
            Chromium.shoot(page, "druid-console");
            assertThat(page.title()).isEqualTo("Apache Druid");

            page.navigate(api + ConsoleRoutes.FLINK);
            assertThat(page.getByText("fraud-scoring").first()).isVisible(PATIENT);
            Chromium.shoot(page, "flink-console");
        }
    }

    @Test
    void who_is_no_operator_finds_neither(Running platform) throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.page(new Browser.NewPageOptions());
            page.navigate(platform.config().apiUrl() + "/dashboards#token=" + platform.token("viewers"));
            assertThat(page.locator("#tenant")).containsText("viewers");

            assertThat(page.locator("#console")).isHidden();
            assertThat(page.navigate(platform.config().apiUrl() + ConsoleRoutes.DRUID)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void druid_itself_answers_programs_on_this_machine_and_no_page_of_another_site(Running platform) throws Exception {
        HttpRequest.Builder query =
                HttpRequest.newBuilder(platform.config().druidUrl().resolve("/druid/v2/datasources"));

        assertThat(status(query.copy())).isEqualTo(200);
        assertThat(status(query.copy().header("Origin", "http://evil.example"))).isEqualTo(403);
        assertThat(status(query.copy().header("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
