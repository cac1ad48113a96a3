package com.fusioncommerce.trials.bench.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Commands that place orders of one unit per line, in the API's format, each of another customer.
 *
 * @param lines per order
 * @param skus number of SKUs in use, the shop's first ones
 * @param pools number of pools in use, the shop's first ones
 */
record OrderCommands(BenchShop shop, AvroCodec codec, int lines, int skus, int pools) {
    private static final String TYPE = Messages.nameOf(PlaceOrder.class);

    ProducerRecord<byte[], byte[]> order(long number) {
        String name = lines + "x" + skus + "-" + number;
        String pool = shop.pools().get((int) (number % pools));
        String id = Keys.pooledId(pool, name);
        String key = Keys.of(shop.tenant(), id);
        PlaceOrder place = new PlaceOrder(id, "c-" + name, null, "GB", "GB", "web", null, false, chosenLines());
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.commands("orders").name(),
                Topics.commands("orders").partitionOf(key),
                key.getBytes(UTF_8),
                codec.encode(Topics.commands("orders").name(), place));
        Headers headers = message.headers();
        headers.add(MessageHeaders.ID, name.getBytes(UTF_8));
        headers.add(MessageHeaders.TYPE, TYPE.getBytes(UTF_8));
        headers.add(MessageHeaders.TENANT, shop.tenant().getBytes(UTF_8));
        return message;
    }

    private List<PlaceOrderLine> chosenLines() {
        int first = ThreadLocalRandom.current().nextInt(skus);
        List<PlaceOrderLine> chosen = new ArrayList<>(lines);
        for (int line = 0; line < lines; line++) {
            chosen.add(new PlaceOrderLine(shop.skus().get((first + line) % skus), 1L, null, null));
        }
        return chosen;
    }
}
