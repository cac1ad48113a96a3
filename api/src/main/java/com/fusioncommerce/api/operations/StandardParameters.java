package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.CommandIds;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists;
import com.fusioncommerce.api.queries.Reads;
import com.fusioncommerce.api.schema.Schema;

/** Parameters with the same meaning in all operations. */
public final class StandardParameters {
    static final Parameter<String> IDEMPOTENCY_KEY = Parameter.header(
                    CommandIds.IDEMPOTENCY_KEY,
                    Schema.text(CommandIds.KEY_PATTERN),
                    ProblemType.INVALID_IDEMPOTENCY_KEY)
            .described("Makes a request that is sent again the same one: for a day it gets the status and body of the"
                    + " first, at any node and also after restarts. A key is one for a tenant, an operation and a caller,"
                    + " whatever the request is for: with another target or body it is refused with"
                    + " idempotency_key_reused, and nothing happens. Costs a second commit where the claim of the key and"
                    + " its target lie in different partitions.")
            .component("idempotencyKey");

    static final Parameter<String> CONSISTENCY_TOKEN = Parameter.header(
                    Reads.CONSISTENCY_TOKEN, Schema.text(), ProblemType.INVALID_CONSISTENCY_TOKEN)
            .described("As received with the answer to a command: the read sees at least what that command did.")
            .component("consistencyToken");

    static final Parameter<String> IF_NONE_MATCH = Parameter.header(
                    "If-None-Match", Schema.text(), ProblemType.INVALID_REQUEST)
            .component("ifNoneMatch");

    /** The maximum number of rows of a page. */
    public static final Parameter<Integer> LIMIT = Parameter.query(
                    "limit",
                    Schema.of("integer").range(1, Lists.MAX_LIMIT).with("default", Lists.DEFAULT_LIMIT),
                    ProblemType.INVALID_LIMIT,
                    call -> call.limit(Lists.DEFAULT_LIMIT, Lists.MAX_LIMIT))
            .component("limit");

    /** The cursor at which a page begins. */
    public static final Parameter<String> CURSOR = Parameter.query(
                    "cursor", Schema.text(), ProblemType.INVALID_CURSOR, call -> call.query("cursor")
                            .orElse(null))
            .described("next of the page before.")
            .component("cursor");

    private StandardParameters() {}
}
