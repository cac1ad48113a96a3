package com.fusioncommerce.flink;

import com.fusioncommerce.flink.fraud.ModelFactory;
import com.fusioncommerce.flink.stream.CodecFactory;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Entry point of one job for a cluster of its own: {@code flink run -c com.fusioncommerce.flink.SubmitJob … <job>}. Checkpoints,
 * slots and memory are then the cluster's; its task managers need {@code FUSION_REGISTRY_URL} and the model repository.
 */
public final class SubmitJob {
    private SubmitJob() {}

    /** Takes the job's name. */
    public static void main(String[] arguments) throws Exception {
        FlinkSettings settings = FlinkSettings.fromEnvironment(System.getenv());
        Jobs jobs = new Jobs(
                settings.kafka(),
                CodecFactory.fromEnvironment(),
                ModelFactory.newestIn(settings.models().toString()));
        Consumer<StreamExecutionEnvironment> definition = named(jobs.all(), arguments);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(
                FlinkConfiguration.job(arguments[0], settings.parallelism()));
        definition.accept(env);
        env.executeAsync(arguments[0]);
    }

    static Consumer<StreamExecutionEnvironment> named(
            Map<String, Consumer<StreamExecutionEnvironment>> jobs, String[] arguments) {
        if (arguments.length != 1 || !jobs.containsKey(arguments[0])) {
            throw new IllegalArgumentException("say which job: " + String.join(" or ", jobs.keySet()));
        }
        return jobs.get(arguments[0]);
    }
}
