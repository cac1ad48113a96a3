package com.fusioncommerce.druid.avro;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.druid.data.input.InputEntity;
import org.apache.druid.data.input.InputRow;
import org.apache.druid.data.input.InputRowSchema;
import org.apache.druid.data.input.IntermediateRowParsingReader;
import org.apache.druid.data.input.impl.MapInputRowParser;
import org.apache.druid.java.util.common.CloseableIterators;
import org.apache.druid.java.util.common.parsers.CloseableIterator;
import org.apache.druid.java.util.common.parsers.ParseException;

/**
 * Reads the one record of a message. Bytes that do not match a registered schema raise a {@link ParseException}: Druid
 * counts and skips the record. A registry that does not answer raises a {@link RegistryUnavailableException}: the task
 * fails and restarts from the last committed offset, so that no record is lost.
 */
final class ConfluentAvroReader extends IntermediateRowParsingReader<GenericRecord> {
    private static final int HEADER = 5;
    private static final int SHOWN_BYTES = 40;

    private final InputRowSchema schema;
    private final InputEntity source;
    private final WriterSchemas schemas;

    ConfluentAvroReader(InputRowSchema schema, InputEntity source, WriterSchemas schemas) {
        this.schema = schema;
        this.source = source;
        this.schemas = schemas;
    }

    @Override
    protected CloseableIterator<GenericRecord> intermediateRowIterator() throws IOException {
        byte[] message;
        try (InputStream in = source.open()) {
            message = in.readAllBytes();
        }
        return CloseableIterators.withEmptyBaggage(List.of(decode(message)).iterator());
    }

    @Override
    protected InputEntity source() {
        return source;
    }

    @Override
    protected List<InputRow> parseInputRows(GenericRecord row) {
        return List.of(MapInputRowParser.parse(schema, AvroRows.toMap(row)));
    }

    @Override
    protected List<Map<String, Object>> toMap(GenericRecord row) {
        return List.of(AvroRows.toMap(row));
    }

    @Override
    protected String intermediateRowAsString(GenericRecord row) {
        return row.toString();
    }

    private GenericRecord decode(byte[] message) throws IOException {
        if (message.length < HEADER || message[0] != 0) {
            throw new ParseException(shown(message), "not in Confluent wire format: %d bytes", message.length);
        }
        int id = (message[1] & 0xff) << 24 | (message[2] & 0xff) << 16 | (message[3] & 0xff) << 8 | (message[4] & 0xff);
        GenericDatumReader<GenericRecord> reader = schemas.readerOf(id)
                .orElseThrow(() -> new ParseException(shown(message), "the registry has no record schema %d", id));
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, null);
        GenericRecord row;
        try {
            row = reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            // Avro has no exception type of its own for corrupt bytes: the type depends on where decoding fails.
            throw new ParseException(shown(message), e, "not a record of schema %d: %s", id, e);
        }
        if (!decoder.isEnd()) {
            throw new ParseException(shown(message), "bytes left over after a record of schema %d", id);
        }
        return row;
    }

    /** The first bytes of a message in hexadecimal digits, for the log of skipped records. */
    private static String shown(byte[] message) {
        return HexFormat.of().formatHex(message, 0, Math.min(message.length, SHOWN_BYTES));
    }
}
