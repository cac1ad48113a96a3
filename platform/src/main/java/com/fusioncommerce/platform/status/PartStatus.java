package com.fusioncommerce.platform.status;

/**
 * Status of one part.
 *
 * @param name of the part
 * @param up whether its probe succeeds
 * @param detail why it is down; empty if up
 * @param version that runs
 * @param port the port to reach it on; null if it has none
 * @param pid of its process; null if it has none
 * @param residentMib its memory; null if unknown
 * @param uptimeSeconds how long it has been running; null if it isn't
 */
public record PartStatus(
        String name,
        boolean up,
        String detail,
        String version,
        Integer port,
        Long pid,
        Long residentMib,
        Long uptimeSeconds) {}
