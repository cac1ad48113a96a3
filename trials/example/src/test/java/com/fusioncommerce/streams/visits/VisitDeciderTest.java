package com.fusioncommerce.streams.visits;

import static com.fusioncommerce.streams.testing.DeciderScenario.NOW;
import static com.fusioncommerce.streams.testing.DeciderScenario.given;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.visits.BookVisit;
import com.fusioncommerce.schemas.visits.ChangeVisit;
import com.fusioncommerce.schemas.visits.VisitBooked;
import com.fusioncommerce.schemas.visits.VisitCalledOff;
import com.fusioncommerce.schemas.visits.VisitChanged;
import org.junit.jupiter.api.Test;

class VisitDeciderTest {
    private static final VisitBooked BOOKED = new VisitBooked("v1", "anna", 2L, 1L);
    private static final VisitCalledOff CALLED_OFF = new VisitCalledOff("v1", 2L);

    @Test
    void a_visit_is_booked_once_for_from_1_to_20_people() {
        given(Visits.domain())
                .when("v1", new BookVisit("v1", "anna", 0L))
                .thenRejected("invalid_party")
                .when("v1", new BookVisit("v1", "anna", 21L))
                .thenRejected("invalid_party")
                .when("v1", new BookVisit("v1", "anna", 20L))
                .then(new VisitBooked("v1", "anna", 20L, NOW))
                .when("v1", new BookVisit("v1", "anna", 20L))
                .thenRejected("visit_exists");
    }

    @Test
    void it_is_changed_until_nobody_comes() {
        given(Visits.domain())
                .event(BOOKED)
                .when("v1", new ChangeVisit("v1", 2L))
                .thenNothingNew()
                .when("v1", new ChangeVisit("v1", 21L))
                .thenRejected("invalid_party")
                .when("v1", new ChangeVisit("v1", 3L))
                .then(new VisitChanged("v1", 3L, NOW))
                .when("v1", new ChangeVisit("v1", 0L))
                .then(new VisitCalledOff("v1", NOW))
                .when("v1", new ChangeVisit("v1", 3L))
                .thenRejected("visit_called_off");
        given(Visits.domain())
                .event(BOOKED)
                .event(CALLED_OFF)
                .when("v1", new ChangeVisit("v1", 0L))
                .thenRejected("visit_called_off");
    }

    @Test
    void another_customer_is_told_what_who_asks_for_none_is_told() {
        given(Visits.domain())
                .when("v1", new ChangeVisit("v1", 1L))
                .thenRejected("unknown_visit")
                .event(BOOKED)
                .as(Actor.shopper("berta"))
                .when("v1", new ChangeVisit("v1", 1L))
                .thenRejected("unknown_visit");
    }
}
