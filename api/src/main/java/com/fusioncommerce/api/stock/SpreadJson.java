package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import java.util.List;

/** JSON representation of a pool's spread. */
record SpreadJson(String pool, int partition, List<Member> pools, String updatedAt, long version) {
    static final Schema SCHEMA = Schema.object()
            .field("pool", SharedSchemas.POOL)
            .field("partition", Member.PARTITION)
            .field("pools", Schema.listOf(Member.SCHEMA))
            .field("updatedAt", SharedSchemas.TIMESTAMP)
            .field(
                    "version",
                    Schema.count(0)
                            .described("Number of events behind this state, 0 where it was never spread; the ETag is"
                                    + " \"v<version>\"."))
            .named("PoolSpread");

    static final Representation<PoolSpread> SHOWN =
            new Representation<>(PoolSpread.class, SCHEMA, SpreadJson::of, PoolSpread::getVersion);

    /** A member pool of a spread; pools in the same partition share a writer. */
    record Member(String pool, int partition) {
        private static final Schema PARTITION = Schema.of("integer")
                .with("format", "int32")
                .with("minimum", 0)
                .described("Pools that share a partition share a writer.");

        static final Schema SCHEMA = Schema.object()
                .field("pool", SharedSchemas.POOL)
                .field("partition", PARTITION)
                .closed();

        static Member of(String tenant, String pool) {
            return new Member(pool, partitionOf(tenant, pool));
        }

        static int partitionOf(String tenant, String pool) {
            return Topics.commands("orders").partitionOf(Keys.of(tenant, pool));
        }
    }

    static SpreadJson of(String tenant, PoolSpread spread) {
        return new SpreadJson(
                spread.getPool(),
                Member.partitionOf(tenant, spread.getPool()),
                spread.getPools().stream().map(pool -> Member.of(tenant, pool)).toList(),
                Shapes.time(spread.getUpdatedAt()),
                spread.getVersion());
    }
}
