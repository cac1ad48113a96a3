package com.fusioncommerce.flink.stream;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import java.io.Serializable;

/** Makes the codec where an operator runs: neither connections nor passwords travel with a job's graph. */
@FunctionalInterface
public interface CodecFactory extends Serializable {
    /** A codec for one operator. */
    AvroCodec create();

    /** Asks the registry that the environment of the process names, see {@link RegistryConfig#fromEnvironment}. */
    static CodecFactory fromEnvironment() {
        return () -> new AvroCodec(SchemaRegistry.connect(RegistryConfig.fromEnvironment(System.getenv())));
    }
}
