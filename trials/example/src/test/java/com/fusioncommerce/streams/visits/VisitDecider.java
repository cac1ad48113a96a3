package com.fusioncommerce.streams.visits;

import static com.fusioncommerce.streams.kernel.Decision.accept;
import static com.fusioncommerce.streams.kernel.Decision.nothingNew;
import static com.fusioncommerce.streams.kernel.Decision.reject;
import static com.fusioncommerce.streams.visits.Visits.INVALID_PARTY;
import static com.fusioncommerce.streams.visits.Visits.UNKNOWN_VISIT;
import static com.fusioncommerce.streams.visits.Visits.VISIT_CALLED_OFF;
import static com.fusioncommerce.streams.visits.Visits.VISIT_EXISTS;

import com.fusioncommerce.schemas.visits.BookVisit;
import com.fusioncommerce.schemas.visits.ChangeVisit;
import com.fusioncommerce.schemas.visits.Visit;
import com.fusioncommerce.schemas.visits.VisitBooked;
import com.fusioncommerce.schemas.visits.VisitCalledOff;
import com.fusioncommerce.schemas.visits.VisitChanged;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.States;

/** Decider of a visit: booked once, then changed until it is called off. */
final class VisitDecider {
    private VisitDecider() {}

    static Visit visit(Context context) {
        return context.state(Visits.VISITS, context.id());
    }

    static Decision book(BookVisit book, Context context) {
        if (visit(context) != null) {
            return reject(VISIT_EXISTS, "there is a visit " + book.getVisitId() + " already");
        }
        if (book.getPeople() < 1 || book.getPeople() > Visits.MOST_PEOPLE) {
            return reject(INVALID_PARTY, "from 1 to " + Visits.MOST_PEOPLE + " people can come");
        }
        return accept(new VisitBooked(book.getVisitId(), book.getCustomerId(), book.getPeople(), context.now()));
    }

    static Decision change(ChangeVisit change, Context context) {
        Visit visit = visit(context);
        if (visit == null) {
            return reject(UNKNOWN_VISIT, "there is no visit " + change.getVisitId());
        }
        if (visit.getPeople() == 0) {
            return reject(VISIT_CALLED_OFF, "the visit " + change.getVisitId() + " was called off");
        }
        if (change.getPeople() < 0 || change.getPeople() > Visits.MOST_PEOPLE) {
            return reject(INVALID_PARTY, Visits.MOST_PEOPLE + " people can come at most");
        }
        if (change.getPeople() == visit.getPeople()) {
            return nothingNew();
        }
        return accept(
                change.getPeople() == 0
                        ? new VisitCalledOff(change.getVisitId(), context.now())
                        : new VisitChanged(change.getVisitId(), change.getPeople(), context.now()));
    }

    static void booked(VisitBooked booked, States states) {
        states.put(
                Visits.VISITS,
                booked.getVisitId(),
                new Visit(booked.getVisitId(), booked.getCustomerId(), booked.getPeople(), booked.getAt(), 1L));
    }

    static void changed(VisitChanged changed, States states) {
        put(changed.getVisitId(), changed.getPeople(), changed.getAt(), states);
    }

    static void calledOff(VisitCalledOff calledOff, States states) {
        put(calledOff.getVisitId(), 0, calledOff.getAt(), states);
    }

    private static void put(String id, long people, long at, States states) {
        Visit visit = states.get(Visits.VISITS, id);
        states.put(Visits.VISITS, id, new Visit(id, visit.getCustomerId(), people, at, visit.getVersion() + 1));
    }
}
