package com.fusioncommerce.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A distinct number for every {@link Port}. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        Map<Integer, Port> owners = new HashMap<>();
        numbers.forEach((port, number) -> {
            if (number < 1 || number > HIGHEST) {
                throw new IllegalArgumentException(
                        "port " + port.label() + "=" + number + " is not between 1 and " + HIGHEST);
            }
            Port other = owners.put(number, port);
            if (other != null) {
                throw new IllegalArgumentException(
                        "port " + number + " is given to both " + other.label() + " and " + port.label());
            }
        });
        this.numbers = new EnumMap<>(numbers);
    }

    /** The standard port numbers. */
    public static Ports standard() {
        return standardWith(Map.of());
    }

    /**
     * The standard numbers, some overridden.
     *
     * @param chosen numbers by port
     * @throws IllegalArgumentException if a number is out of range or given twice
     */
    public static Ports standardWith(Map<Port, Integer> chosen) {
        Map<Port, Integer> all = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            all.put(port, chosen.getOrDefault(port, port.standard()));
        }
        return new Ports(all);
    }

    /**
     * Ports that were free on the loopback address a moment ago, so that tests need not wait for each other's ports.
     */
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            Map<Port, Integer> all = new EnumMap<>(Port.class);
            for (Port port : Port.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                all.put(port, socket.getLocalPort());
            }
            return new Ports(all);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** The number of a port. */
    public int of(Port port) {
        return numbers.get(port);
    }

    /** Port numbers by label, for a state file. */
    public Map<String, Integer> byLabel() {
        Map<String, Integer> labelled = new HashMap<>();
        numbers.forEach((port, number) -> labelled.put(port.label(), number));
        return labelled;
    }

    /** The reverse of {@link #byLabel()}. */
    public static Ports fromLabels(Map<String, Integer> labelled) {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        labelled.forEach((label, number) -> chosen.put(Port.named(label), number));
        return standardWith(chosen);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
