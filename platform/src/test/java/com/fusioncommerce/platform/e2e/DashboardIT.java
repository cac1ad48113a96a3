package com.fusioncommerce.platform.e2e;

import static com.fusioncommerce.platform.e2e.RunningPlatform.Running.mugs;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.e2e.RunningPlatform.Running;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class DashboardIT {
    private static final double PATIENCE_MS = 90_000;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Test
    void the_dashboard_shows_the_numbers_of_the_tenant_who_signed_in(Running platform) throws Exception {
        FusionClient client = platform.shop("screens", 100);
        for (int i = 0; i < 3; i++) {
            client.placeOrder(mugs(2), "screen-" + i).join();
        }
        FusionClient other = platform.shop("other-screens", 100);
        other.placeOrder(mugs(9), "other").join();

        List<String> errors = new ArrayList<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(QUIET))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1_400, 1_000));
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
            Path shot = Path.of("target/screenshots/dashboard.png");
            Files.createDirectories(shot.getParent());
            page.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));

            client.placeOrder(mugs(1), "screen-live").join();
            assertThat(page.locator("#total-orders")).hasText("4", patient);
        }
        assertThat(errors).isEmpty();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: apt-get install chromium"));
    }
}
