package com.fusioncommerce.streams.query;

import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** Reads any copy of the state on this instance, standby copies included. */
final class CopiedState {
    private final KafkaStreams streams;
    private final StateLags lags;
    private final long mostLag;

    /**
     * Reads the copies on this instance.
     *
     * @param mostLag records that a standby copy may lag behind and still answer
     */
    CopiedState(KafkaStreams streams, StateLags lags, long mostLag) {
        this.streams = streams;
        this.lags = lags;
        this.mostLag = mostLag;
    }

    /**
     * The encoded value of a key, or null.
     *
     * @param seen command whose changes the copy must have, or null
     * @throws UnavailableException if there is no copy here, or it lags too far behind
     */
    byte[] find(StoreRef<?> store, int partition, String key, ConsistencyToken seen) {
        StateQueryRequest<byte[]> request = StateQueryRequest.inStore(store.name())
                .withQuery(KeyQuery.<String, byte[]>withKey(key))
                .withPartitions(Set.of(partition));
        StateQueryRequest<byte[]> allowed = bounded(request, store, partition, seen);
        byte[] found = only(ask(allowed), partition, store.name());
        if (found == null) {
            requireWhole(store, partition);
            // Records that were on their way to the copy during the first query have arrived by now.
            found = only(ask(allowed), partition, store.name());
        }
        return found;
    }

    /** Queries the stores of this instance. */
    <R> StateQueryResult<R> ask(StateQueryRequest<R> request) {
        try {
            return streams.query(request);
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException("state is not being served yet", e);
        }
    }

    /** Throws unless the copy is complete: in a copy that is being restored, a missing key means nothing. */
    private void requireWhole(StoreRef<?> store, int partition) {
        if (lags.now(store.name(), partition) > 0) {
            throw new UnavailableException("the copy of partition " + partition + " of " + store.name()
                    + " is not whole, so it does not know what there is not");
        }
    }

    private StateQueryRequest<byte[]> bounded(
            StateQueryRequest<byte[]> request, StoreRef<?> store, int partition, ConsistencyToken seen) {
        long lag = lags.of(store.name(), partition);
        if (lag > mostLag) {
            throw new UnavailableException(
                    "the copy of partition " + partition + " of " + store.name() + " is " + lag + " records behind");
        }
        if (seen == null) {
            return request;
        }
        if (seen.partition() != partition) {
            throw new UnavailableException("only the active copy knows what happened in other partitions");
        }
        return request.withPositionBound(PositionBound.at(
                Position.emptyPosition().withComponent(seen.topic(), seen.partition(), seen.offset())));
    }

    private static <R> R only(StateQueryResult<R> result, int partition, String store) {
        QueryResult<R> part = result.getPartitionResults().get(partition);
        if (part == null) {
            throw new UnavailableException("partition " + partition + " of " + store + " is not here");
        }
        if (part.isFailure()) {
            throw new UnavailableException("partition " + partition + " of " + store + ": " + part.getFailureMessage());
        }
        return part.getResult();
    }
}
