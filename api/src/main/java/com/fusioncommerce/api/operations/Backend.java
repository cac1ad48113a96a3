package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.Command;
import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.commands.CommandIds;
import com.fusioncommerce.api.queries.Lists;
import com.fusioncommerce.api.queries.Reads;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.query.Queries;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;

/**
 * The services that operations use on each call.
 *
 * @param gateway sends commands
 * @param queries the state on this instance
 * @param reads reads of one key over all instances
 * @param lists lists over all instances
 * @param clock the clock
 */
public record Backend(CommandGateway gateway, Queries queries, Reads reads, Lists lists, Clock clock) {
    /**
     * The ids of a call's command.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if a bound of pending commands is reached: the body is
     *     then not read
     */
    CommandIds ids(Call call) {
        gateway.requireRoom(call.principal().holder());
        return CommandIds.of(call, clock);
    }

    Command command(Call call, CommandIds ids, Topic topic, String key, SpecificRecord payload) {
        return Command.of(call, ids, topic, key, payload);
    }
}
