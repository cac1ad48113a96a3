package com.fusioncommerce.api.outgoing;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.threads.ByteBudget;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Subscriber that collects an answer's body in memory, up to a maximum size and within a budget. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int most;
    private final ByteBudget.Share share;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Subscription subscription;

    BoundedBody(int most, ByteBudget.Share share) {
        this.most = most;
        this.share = share;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        upstream.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > most) {
                giveUp(new TooManyBytesException(most));
                return;
            }
            try {
                share.take(buffer.remaining());
            } catch (ProblemException | IllegalStateException e) {
                giveUp(e);
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
        subscription.request(1);
    }

    private void giveUp(Throwable why) {
        subscription.cancel();
        body.completeExceptionally(why);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
