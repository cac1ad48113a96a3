package com.fusioncommerce.workloads.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import com.fusioncommerce.workloads.importer.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests on the whole real file, in the directory FUSION_DATA. */
class RealRetailFileTest {
    @Test
    void the_file_has_19960_orders_with_530104_lines() throws IOException {
        String data = System.getenv("FUSION_DATA");
        assumeThat(data).as("FUSION_DATA").isNotBlank();

        RetailFile file = RetailFile.in(Path.of(data));
        Sales sales = RetailFiles.sales(file);
        FileCount counted = FileCount.of(file, FormDetector.of(file, null, null), Integer.MAX_VALUE);
        Count count = counted.sales();

        assertThat(new Reconciliation(count, List.of(Witnesses.imported(sales))).differences())
                .isEmpty();
        assertThat(counted.lines()).isEqualTo(541_909);
        assertThat(counted.saleLines()).isEqualTo(530_104);
        assertThat(counted.cancellationLines()).isEqualTo(sales.cancellationLines());
        assertThat(sales.sales()).hasSize(19_960);
        assertThat(sales.lines()).isEqualTo(530_104);
        assertThat(sales.linesRead()).isEqualTo(541_909);
        assertThat(sales.setAside()).isEqualTo(Map.of(SetAside.NO_UNITS, 1_336, SetAside.NO_PRICE, 1_181));
        assertThat(sales.cancellations()).hasSize(3_836);
        assertThat(sales.products()).hasSize(3_922);
        assertThat(count.total(Dimension.MONTH, Measure.UNITS)).isEqualTo(5_588_376);
        assertThat(count.total(Dimension.PRODUCT, Measure.REVENUE)).isEqualTo(1_066_668_454L);
        assertThat(count.values(Dimension.COUNTRY)).hasSize(38);
        assertThat(count.values(Dimension.MONTH)).hasSize(13).first().isEqualTo("2010-12");
    }

    @Test
    void every_cancelling_invoice_of_the_file_cancels_an_order_or_has_a_reason_not_to() throws IOException {
        String data = System.getenv("FUSION_DATA");
        assumeThat(data).as("FUSION_DATA").isNotBlank();

        Cancellations.Result result = Cancellations.of(RetailFiles.sales(RetailFile.in(Path.of(data))));

        assertThat(result.matches()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(result.matches()).extracting(match -> match.sale().invoice()).doesNotHaveDuplicates();
        assertThat(result.unmatched().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        + result.matches().size())
                .isEqualTo(3_836);
    }
}
