package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Shape;
import com.fusioncommerce.platform.parts.PlatformServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults that this machine permits. Created before the platform starts, since its small disks must be mounted by then.
 */
final class MachineCapabilities implements AutoCloseable {
    private static final int BROKER_DISK_MIB = 1_500;
    private static final int STATE_DISK_MIB = 600;

    private static final String NO_NAMESPACE =
            "it does not run in a network and mount namespace of its own, which takes root or a system that lets users "
                    + "make them";

    private final SmallDisks disks = new SmallDisks();
    private final Map<FaultKind, String> missing = new HashMap<>();

    /** Capabilities of a process without its own namespace, on a platform that is already running. */
    static MachineCapabilities none() {
        MachineCapabilities means = new MachineCapabilities();
        means.missing.put(FaultKind.CUT, NO_NAMESPACE);
        means.missing.put(FaultKind.FULL, NO_NAMESPACE);
        return means;
    }

    /** Detects capabilities, and mounts small disks for full-disk faults. */
    static MachineCapabilities prepare(PlatformConfig config, FaultChoice choice, List<String> parts) {
        if (!Namespace.isInside()) {
            return none();
        }
        MachineCapabilities means = new MachineCapabilities();
        Shape shape = config.shape();
        List<Fault> wanted =
                Faults.of(shape, parts).stream().filter(choice::has).toList();
        if (wanted.stream().anyMatch(fault -> fault.kind() == FaultKind.CUT)) {
            means.attempt(FaultKind.CUT, PortCuts::prepare);
        }
        wanted.stream().filter(fault -> fault.kind() == FaultKind.FULL).forEach(fault -> {
            Home home = config.home();
            int mib = fault.group().equals("kafka") ? BROKER_DISK_MIB : STATE_DISK_MIB;
            means.attempt(FaultKind.FULL, () -> means.disks.mount(fault.part(), home.data(fault.part()), mib));
        });
        return means;
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }

    private void attempt(FaultKind kind, Attempt attempt) {
        try {
            attempt.make();
        } catch (IOException e) {
            missing.put(kind, e.getMessage());
        }
    }

    /** Why this fault is not possible here; empty if it is. */
    Optional<String> missing(Fault fault) {
        return Optional.ofNullable(missing.get(fault.kind()));
    }

    /** Inflictors for the parts of a platform. */
    Map<FaultKind, Inflictor> inflictors(Platform platform) {
        Signals signals = new Signals(platform::pid);
        Map<String, List<Integer>> ports = new HashMap<>();
        platform.parts().forEach(part -> {
            if (part instanceof PlatformServer server) {
                ports.put(
                        part.name(),
                        server.ports().stream()
                                .map(platform.config().ports()::of)
                                .toList());
            }
        });
        return Map.of(
                FaultKind.KILL, signals::kill,
                FaultKind.FREEZE, signals::freeze,
                FaultKind.FULL, disks::fill,
                FaultKind.CUT, new PortCuts(ports)::cut);
    }

    @Override
    public void close() throws IOException {
        disks.close();
    }
}
