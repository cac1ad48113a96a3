package com.fusioncommerce.api.visits;

import com.fusioncommerce.api.operations.Representation;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.visits.Visit;

/** JSON of a visit, for clients. */
record VisitJson(String visitId, String customerId, long people, String updatedAt, long version) {
    static final Schema SCHEMA = Schema.object()
            .field("visitId", SharedSchemas.ID)
            .field("customerId", SharedSchemas.ID)
            .field("people", Schema.count(0).described("0 where it was called off."))
            .field("updatedAt", SharedSchemas.TIMESTAMP)
            .field("version", SharedSchemas.VERSION)
            .named("Visit");

    static final Representation<Visit> SHOWN = Representation.of(Visit.class, SCHEMA, VisitJson::of, Visit::getVersion);

    static VisitJson of(Visit visit) {
        return new VisitJson(
                visit.getVisitId(),
                visit.getCustomerId(),
                visit.getPeople(),
                Shapes.time(visit.getUpdatedAt()),
                visit.getVersion());
    }
}
