package com.fusioncommerce.trials.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class ImportIT {
    @Test
    void real_sales_reconcile_between_file_state_stores_and_druid_however_often_they_are_imported(Running platform) {
        String given = System.getenv("FUSION_DATA");
        Path data = given == null ? HomeOption.root().resolveSibling("shared").resolve("data") : Path.of(given);
        assumeThat(data.resolve("online-retail.csv.gz")).matches(Files::exists, "is there: see the data's README");
        String[] command = {
            "import",
            "online-retail",
            "--data",
            data.toString(),
            "--limit",
            "300",
            "--home",
            platform.home().toString()
        };

        assertThat(Fusion.run(command)).as("file, state stores and Druid agree").isZero();
        assertThat(Fusion.run(command)).as("importing again doubles nothing").isZero();
    }
}
