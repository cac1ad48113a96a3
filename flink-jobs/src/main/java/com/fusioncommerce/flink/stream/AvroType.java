package com.fusioncommerce.flink.stream;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;

/**
 * Flink type of a generated Avro class, in Avro's binary form in streams and state, so that state survives a compatible
 * change of its schema. Flink's own type for Avro requires setters, which immutable classes lack.
 *
 * @param <T> the class
 */
public final class AvroType<T extends SpecificRecordBase> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private AvroType(Class<T> type) {
        this.type = type;
    }

    /** The type of a generated class. */
    public static <T extends SpecificRecordBase> AvroType<T> avro(Class<T> type) {
        return new AvroType<>(type);
    }

    /**
     * Type factory for an annotation of a record component that is Avro: {@code @TypeInfo(AvroType.Factory.class)
     * OrderCreated order}.
     *
     * @param <T> the component's class
     */
    public static final class Factory<T extends SpecificRecordBase> extends TypeInfoFactory<T> {
        @Override
        @SuppressWarnings("unchecked") // the annotation stands on a component of this type
        public TypeInformation<T> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return AvroType.avro((Class<T>) type);
        }
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new AvroSerializer<>(type);
    }

    @Override
    public String toString() {
        return "AvroType<" + type.getSimpleName() + ">";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvroType<?> that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type);
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof AvroType;
    }
}
