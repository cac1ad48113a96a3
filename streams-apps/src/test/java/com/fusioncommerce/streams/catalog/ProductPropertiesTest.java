package com.fusioncommerce.streams.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.streams.testing.DecidedHistory;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

/** Invariants of a product after any commands in any order. */
class ProductPropertiesTest {
    private static final String SKU = "MUG";

    @Property(tries = 300)
    void a_product_is_created_once_and_its_price_can_always_be_asked(
            @ForAll("commands") @Size(max = 30) List<SpecificRecord> commands) {
        DecidedHistory history = new DecidedHistory(Catalog.domain());
        for (SpecificRecord command : commands) {
            Product before = product(history);

            List<SpecificRecord> happened = history.decide(SKU, command);

            Product after = product(history);
            if (happened.isEmpty()) {
                assertThat(after).isEqualTo(before);
                continue;
            }
            assertThat(command instanceof CreateProduct).isEqualTo(before == null);
            assertThat(Amounts.isUnitPrice(after.getUnitPrice())).isTrue();
            assertThat(Amounts.isCurrency(after.getCurrency())).isTrue();
            assertThat(after.getVersion()).isEqualTo(history.events().size());
            assertThat(after.getEventTimes()).hasSize(history.events().size()).isSorted();
            if (happened.get(0) instanceof ProductPriceChanged changed) {
                assertThat(changed.getPreviousUnitPrice()).isEqualTo(before.getUnitPrice());
            }
        }
        history.isReplayed();
    }

    private static Product product(DecidedHistory history) {
        return history.states().get(Catalog.PRODUCTS, SKU);
    }

    @Provide
    Arbitrary<List<SpecificRecord>> commands() {
        Arbitrary<Long> prices = Arbitraries.of(-1L, 0L, 1L, 25_500L, Amounts.MOST, Amounts.MOST + 1, Long.MIN_VALUE);
        Arbitrary<String> currencies = Arbitraries.of("GBP", "EUR", "JPY", "gbp", "XXX", "");
        Arbitrary<SpecificRecord> creations = Combinators.combine(prices, currencies)
                .as((price, currency) -> new CreateProduct(SKU, "Mug", "", price, currency, Map.of(), null));
        Arbitrary<SpecificRecord> changes =
                Combinators.combine(prices, currencies).as((price, currency) -> new ChangePrice(SKU, price, currency));
        return Arbitraries.oneOf(creations, changes).list();
    }
}
