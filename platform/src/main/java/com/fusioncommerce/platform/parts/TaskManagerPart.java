package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the task managers of a standalone Flink cluster: each has slots for all jobs, so that one task manager is
 * enough.
 */
final class TaskManagerPart implements PlatformServer {
    private static final int SLOTS = 2;
    private static final int FRAMEWORK_HEAP_MIB = 128;
    private static final int TASK_HEAP_MIB = 384;

    private final FlinkCluster cluster;
    private final int number;

    TaskManagerPart(PlatformConfig config, int number) {
        this.cluster = new FlinkCluster(config);
        this.number = number;
    }

    @Override
    public String name() {
        return "flink-tasks-" + number;
    }

    @Override
    public String group() {
        return FlinkCluster.GROUP;
    }

    @Override
    public String title() {
        return "Apache Flink's task manager " + number;
    }

    @Override
    public String version() {
        return cluster.version();
    }

    @Override
    public Set<String> needs() {
        return Set.of(SchemasStep.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.FLINK_TASKS_METRICS.of(number));
    }

    @Override
    public int memoryMib() {
        return 850;
    }

    @Override
    public Map<String, String> links() {
        return Map.of();
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Map<String, Object> settings = cluster.settings(Port.FLINK_TASKS_METRICS.of(number));
        // By its fixed resource id a restarted task manager replaces the killed one at once.
        settings.put("taskmanager.resource-id", name());
        settings.put("taskmanager.numberOfTaskSlots", SLOTS);
        // All shares of memory are set, since Flink's start script, which computes them, is not used.
        settings.put("taskmanager.cpu.cores", "1.0");
        settings.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MIB + "m");
        settings.put("taskmanager.memory.framework.off-heap.size", "64m");
        settings.put("taskmanager.memory.jvm-metaspace.size", "192m");
        settings.put("taskmanager.memory.jvm-overhead.min", "64m");
        settings.put("taskmanager.memory.jvm-overhead.max", "64m");
        settings.put("taskmanager.memory.task.heap.size", TASK_HEAP_MIB + "m");
        settings.put("taskmanager.memory.task.off-heap.size", "64m");
        settings.put("taskmanager.memory.managed.size", "64m");
        settings.put("taskmanager.memory.network.min", "32m");
        settings.put("taskmanager.memory.network.max", "32m");
        return cluster.launch(
                name(),
                (FRAMEWORK_HEAP_MIB + TASK_HEAP_MIB) + "m",
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                settings);
    }

    /** Up when registered with the job manager. */
    @Override
    public Probe probe() {
        return Probes.http(
                cluster.config().flinkUrl() + "/taskmanagers", known -> known.contains("\"" + name() + "\""));
    }
}
