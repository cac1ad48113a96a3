package com.fusioncommerce.trials.bench.peers;

import java.util.List;

/** Notes on the differences between the shops, which limit what their ratios say. */
final class Fairness {
    private Fairness() {}

    static List<String> notes(Plan plan) {
        return List.of(
                "**What an order is.** At the peers: a cart, its customer, address, shipping method and a settled dummy "
                        + "payment, in as many calls as a head makes. Here: one call that places an order of "
                        + plan.lines()
                        + " lines and answers when its stock is reserved and its event committed, and a read that "
                        + "brings the order's consistency token and must show it reserved or confirmed. Carts, "
                        + "addresses, shipping, taxes and payments are not built yet, so that part of the ratio is "
                        + "work that is not done.",
                "**What a read is.** A peer's product has two variants with prices, stock and facets; ours is one "
                        + "variant with its price and attributes, and its stock is another resource. Whoever needs "
                        + "all that a peer's answer holds makes four requests here (two products, two stocks): divide "
                        + "the ratio by four for the most unfavourable reading. `list40` has as many variants as "
                        + "`list20` of a peer and is compared to it. There is no search yet, so the peers' "
                        + "`search20` stands alone.",
                "**What is durable.** PostgreSQL forces each commit to the disk. Kafka acknowledges when the one broker "
                        + "has the message in the system's page cache: it survives the death of any process, not of "
                        + "the machine. The rows marked fsync force every message to the disk before it is "
                        + "acknowledged.",
                "**Who does the work.** CPU is that of all processes of a shop: Node and PostgreSQL with its backends; "
                        + "Kafka, the schema registry and the API with the commerce application, and Flink where the "
                        + "fraud model decides. Druid is off.");
    }
}
