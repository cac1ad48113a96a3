package com.fusioncommerce.druid.avro;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.inject.Binder;
import java.util.List;
import org.apache.druid.initialization.DruidModule;

/** Druid extension module that registers the input format {@value #TYPE}. */
public final class ConfluentAvroModule implements DruidModule {
    /** The input format's name in a spec. */
    public static final String TYPE = "confluent_avro";

    @Override
    public void configure(Binder binder) {
        // Only a Jackson type is registered, nothing is injected.
    }

    @Override
    public List<? extends Module> getJacksonModules() {
        return List.of(new SimpleModule("ConfluentAvro")
                .registerSubtypes(new NamedType(ConfluentAvroInputFormat.class, TYPE)));
    }
}
