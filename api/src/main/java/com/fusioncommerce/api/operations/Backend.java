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
 * What operations work with.
 *
 * @param gateway sends commands
 * @param queries the state on this instance
 * @param reads reads of one key over all instances
 * @param lists lists over all instances
 * @param clock the time
 */
public record Backend(CommandGateway gateway, Queries queries, Reads reads, Lists lists, Clock clock) {
    /**
     * The ids of the command that a call sends.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if there is no room for it: a body that is not read yet need
     *     not be
     */
    CommandIds ids(Call call) {
        gateway.requireRoom(call.principal().holder());
        return CommandIds.of(call, clock);
    }

    Command command(Call call, CommandIds ids, Topic topic, String key, SpecificRecord payload) {
        return Command.of(call, ids, topic, key, payload);
    }
}
