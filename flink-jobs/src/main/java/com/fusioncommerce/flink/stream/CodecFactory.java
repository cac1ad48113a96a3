package com.fusioncommerce.flink.stream;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import java.io.Serializable;

/** Creates the codec in the process of an operator: a job's graph has neither connections nor passwords. */
@FunctionalInterface
public interface CodecFactory extends Serializable {
    /** A codec for one operator. */
    AvroCodec create();

    /** A factory for the registry that the process's environment names, see {@link RegistryConfig#fromEnvironment}. */
    static CodecFactory fromEnvironment() {
        return () -> new AvroCodec(SchemaRegistry.connect(RegistryConfig.fromEnvironment(System.getenv())));
    }
}
