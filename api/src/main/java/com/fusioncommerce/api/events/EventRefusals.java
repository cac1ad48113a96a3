package com.fusioncommerce.api.events;

import com.fusioncommerce.api.problem.ProblemType;

/** Problem types of event streams. */
final class EventRefusals {
    static final ProblemType INVALID_LAST_EVENT_ID =
            ProblemType.of("invalid_last_event_id", 400, "Last-Event-ID was not made here");
    static final ProblemType INVALID_TICKET = ProblemType.of("invalid_ticket", 401, "The ticket is not valid");

    private EventRefusals() {}
}
