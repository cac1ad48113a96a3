package com.fusioncommerce.platform.e2e;

import static com.fusioncommerce.platform.e2e.RunningPlatform.Running.mugs;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.e2e.RunningPlatform.Running;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class DashboardIT {
    private static final double PATIENCE_MS = 90_000;

    @Test
    void the_dashboard_shows_the_numbers_of_the_tenant_who_signed_in(Running platform) throws Exception {
        FusionClient client = platform.shop("screens", 100);
        for (int i = 0; i < 3; i++) {
            client.placeOrder(mugs(2), "screen-" + i).join();
        }
        FusionClient other = platform.shop("other-screens", 100);
        other.placeOrder(mugs(9), "other").join();

        List<String> errors = new ArrayList<>();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.page(new Browser.NewPageOptions().setViewportSize(1_400, 1_000));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate(platform.config().apiUrl() + "/dashboards#token=" + platform.token("screens"));

            LocatorAssertions.HasTextOptions patient = new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
            assertThat(page.locator("#total-orders")).hasText("3", patient);
            assertThat(page.locator("#total-units")).hasText("6", patient);
            assertThat(page.locator("#total-revenue")).hasText("£15.30", patient);
            assertThat(page.locator("#tenant")).containsText("screens");
            assertThat(page.locator("#over-time canvas, #over-time svg").first())
                    .isVisible();
            assertThat(page.locator("#freshness")).not().containsText("loading");
            Chromium.shoot(page, "dashboard");

            client.placeOrder(mugs(1), "screen-live").join();
            assertThat(page.locator("#total-orders")).hasText("4", patient);
        }
        assertThat(errors).isEmpty();
    }
}
