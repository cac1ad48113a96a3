package com.fusioncommerce.streams.catalog;

import static com.fusioncommerce.streams.testing.DeciderScenario.NOW;
import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.streams.testing.DeciderScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductDeciderTest {
    private static final ProductCreated CREATED =
            new ProductCreated("MUG", "Name of MUG", "", 25_500L, "GBP", Map.of(), 1L, null);

    @Test
    void a_new_sku_becomes_a_product() {
        DeciderScenario scenario = given(Catalog.domain())
                .when("MUG", createProduct("MUG", 25_500L))
                .then(new ProductCreated("MUG", "Name of MUG", "", 25_500L, "GBP", Map.of(), NOW, null));

        Product product = scenario.state(Catalog.PRODUCTS, "MUG");
        assertThat(product.getVersion()).isEqualTo(1);
        assertThat(product.getEventTimes()).containsExactly(NOW);
    }

    @Test
    void a_sku_is_created_once() {
        given(Catalog.domain())
                .event(CREATED)
                .when("MUG", createProduct("MUG", 1L))
                .thenRejected("product_exists");
    }

    @Test
    void a_price_change_says_what_the_price_was() {
        DeciderScenario scenario = given(Catalog.domain())
                .event(CREATED)
                .when("MUG", new ChangePrice("MUG", 30_000L, "GBP"))
                .then(new ProductPriceChanged("MUG", 30_000L, 25_500L, "GBP", NOW));

        Product product = scenario.state(Catalog.PRODUCTS, "MUG");
        assertThat(product.getUnitPrice()).isEqualTo(30_000L);
        assertThat(product.getVersion()).isEqualTo(2);
        assertThat(product.getEventTimes()).isEqualTo(List.of(1L, NOW));
    }

    @Test
    void setting_the_price_it_has_changes_nothing() {
        given(Catalog.domain())
                .event(CREATED)
                .when("MUG", new ChangePrice("MUG", 25_500L, "GBP"))
                .thenNothingNew();
    }

    @Test
    void what_cannot_be_a_product_is_refused() {
        given(Catalog.domain()).when("MUG", createProduct("MUG", -1L)).thenRejected("invalid_price");
        given(Catalog.domain())
                .when("MUG", createProduct("MUG", 9_007_199_254_740_991L))
                .thenRejected("invalid_price");
        given(Catalog.domain())
                .event(CREATED)
                .when("MUG", new ChangePrice("MUG", 9_007_199_254_740_991L, "GBP"))
                .thenRejected("invalid_price");
        given(Catalog.domain())
                .when("MUG", new CreateProduct("MUG", "n", "", 1L, "XXQ", Map.of(), null))
                .thenRejected("unknown_currency");
        given(Catalog.domain()).when("a/b", createProduct("a/b", 1L)).thenRejected("invalid_id");
        given(Catalog.domain()).when("MUG", new ChangePrice("MUG", 1L, "GBP")).thenRejected("unknown_product");
        given(Catalog.domain())
                .event(CREATED)
                .when("MUG", new ChangePrice("MUG", -1L, "GBP"))
                .thenRejected("invalid_price");
    }

    @Test
    void a_command_of_another_domain_is_a_defect() {
        assertThatThrownBy(() -> given(Catalog.domain()).when("x", new CancelOrder("x", "", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
