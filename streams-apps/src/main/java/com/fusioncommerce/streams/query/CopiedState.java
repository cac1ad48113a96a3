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

/** What any copy of the state on this instance says, one that only follows another included. */
final class CopiedState {
    private final KafkaStreams streams;
    private final StateLags lags;
    private final long mostLag;

    /**
     * The copies of an application's state here.
     *
     * @param mostLag records that a copy which follows another may be behind and still answer
     */
    CopiedState(KafkaStreams streams, StateLags lags, long mostLag) {
        this.streams = streams;
        this.lags = lags;
        this.mostLag = mostLag;
    }

    /**
     * The bytes of a key, or null.
     *
     * @param seen what the copy must have, or null
     * @throws UnavailableException if there is no copy here, or it is too far behind to say
     */
    byte[] find(StoreRef<?> store, int partition, String key, ConsistencyToken seen) {
        StateQueryRequest<byte[]> request = StateQueryRequest.inStore(store.name())
                .withQuery(KeyQuery.<String, byte[]>withKey(key))
                .withPartitions(Set.of(partition));
        StateQueryRequest<byte[]> allowed = bounded(request, store, partition, seen);
        byte[] found = only(ask(allowed), partition, store.name());
        if (found == null) {
            requireWhole(store, partition);
            // What was on its way to the copy when it was looked into is there by now.
            found = only(ask(allowed), partition, store.name());
        }
        return found;
    }

    /** Asks the stores of this instance. */
    <R> StateQueryResult<R> ask(StateQueryRequest<R> request) {
        try {
            return streams.query(request);
        } catch (IllegalStateException | InvalidStateStoreException e) {
            throw new UnavailableException("state is not being served yet", e);
        }
    }

    /** A copy that is being filled lacks what has been there for long: that it has nothing means nothing. */
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
