package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A running shop under measurement. Closing it stops it. */
interface MeasuredShop extends AutoCloseable {
    /** The shop's name in the tables. */
    String name();

    /** The shop's base URL. */
    URI base();

    /** File name of the shop's adapter in the harness, without suffix. */
    String adapter();

    /** Environment variables for the adapter. */
    Map<String, String> adapterSettings();

    /** The requests up to a placed order. */
    Journey journey();

    /** Root processes of the shop, without its database. */
    Set<Long> servers();

    /** Root processes of the shop, including its database. */
    Set<Long> processes();

    /** Start time of the installed and filled shop in milliseconds, from its first process to its first answer. */
    long startedInMs();

    /** Describes by what an order survives a crash of the machine. */
    String durability();

    @Override
    void close() throws IOException;
}
