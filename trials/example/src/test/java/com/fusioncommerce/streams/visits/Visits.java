package com.fusioncommerce.streams.visits;

import static com.fusioncommerce.streams.kernel.Decision.reject;

import com.fusioncommerce.schemas.visits.BookVisit;
import com.fusioncommerce.schemas.visits.ChangeVisit;
import com.fusioncommerce.schemas.visits.Visit;
import com.fusioncommerce.schemas.visits.VisitBooked;
import com.fusioncommerce.schemas.visits.VisitCalledOff;
import com.fusioncommerce.schemas.visits.VisitChanged;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.DomainGroup;
import com.fusioncommerce.streams.kernel.OperatorRules;
import com.fusioncommerce.streams.kernel.Refusal;
import com.fusioncommerce.streams.kernel.View;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.ViewRef;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;

/** Declaration of the domain of visits, in its own group. */
@AutoService(DomainGroup.class)
public final class Visits implements DomainGroup {
    /** The largest number of people in one visit. */
    static final long MOST_PEOPLE = 20;

    /** Refusal: the visit does not exist. */
    public static final Refusal UNKNOWN_VISIT = Refusal.unknown("unknown_visit", "There is no such visit");

    /** Refusal: the visit exists already. */
    public static final Refusal VISIT_EXISTS = Refusal.conflict("visit_exists", "There is such a visit already");

    /** Refusal: the visit was called off. */
    public static final Refusal VISIT_CALLED_OFF = Refusal.conflict("visit_called_off", "The visit was called off");

    /** Refusal: more people than {@link #MOST_PEOPLE}, or fewer than one where at least one is required. */
    public static final Refusal INVALID_PARTY = Refusal.invalid("invalid_party", "So many people cannot come");

    static final Aggregate<Visit> VISITS = Aggregate.of("visits", Visit.class)
            .ownedBy(Visit::getCustomerId, id -> reject(UNKNOWN_VISIT, "there is no visit " + id));

    /** Store of visits, by {@code tenant/visit id}. */
    public static final StoreRef<Visit> VISIT_STORE = StoreRef.of(VISITS);

    /** View of visits by customer, by {@code tenant/customer/visit id}. */
    public static final ViewRef<Visit> BY_CUSTOMER = new ViewRef<>("visits-by-customer", VISIT_STORE);

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public List<Domain> domains(OperatorRules rules) {
        return List.of(domain());
    }

    static Domain domain() {
        return Domain.named("visits")
                .keeps(VISITS)
                .handles(BookVisit.class, VisitDecider::book)
                .founds(BookVisit.class, BookVisit::getCustomerId)
                .handles(ChangeVisit.class, VisitDecider::change)
                .folds(VisitBooked.class, VisitDecider::booked)
                .folds(VisitChanged.class, VisitDecider::changed)
                .folds(VisitCalledOff.class, VisitDecider::calledOff)
                .shows(context -> Optional.ofNullable(VisitDecider.visit(context)))
                .lists(new View<>(
                        BY_CUSTOMER.name(),
                        VisitBooked.class,
                        booked -> List.of(booked.getCustomerId() + "/" + booked.getVisitId())))
                .done();
    }
}
