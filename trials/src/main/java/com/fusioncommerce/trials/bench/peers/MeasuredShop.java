package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A shop that runs, and is measured. Closing it stops it. */
interface MeasuredShop extends AutoCloseable {
    /** As the tables name it. */
    String name();

    /** Where it listens. */
    URI base();

    /** File name of its adapter in the harness, without its suffix. */
    String adapter();

    /** Environment variables for its adapter. */
    Map<String, String> adapterSettings();

    /** The way to an order. */
    Journey journey();

    /** The roots of its own processes, without its database's. */
    Set<Long> servers();

    /** The roots of all processes that do its work, its database's too. */
    Set<Long> processes();

    /** From the first process started to the first answer, in milliseconds; an installed and filled shop. */
    long startedInMs();

    /** What makes an order survive a crash of the machine, in words. */
    String durability();

    @Override
    void close() throws IOException;
}
