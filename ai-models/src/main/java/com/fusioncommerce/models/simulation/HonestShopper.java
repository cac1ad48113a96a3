package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.simulation.Shelf.Taste;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How honest people shop. They do suspicious things too: send gifts abroad, move house, treat themselves, order again
 * because they forgot something, or buy for a business, department by department.
 */
final class HonestShopper {
    private static final double CANCELS = 0.04;
    private static final double FORGOT_SOMETHING = 0.07;
    private static final double GIFT_ABROAD = 0.06;
    private static final double FOREIGN_CARD = 0.05;
    private static final double ORDERS_BY_DEPARTMENT = 0.15;
    private static final double MOVES_HOUSE = 0.02;
    private static final double NIGHT_OWL = 0.5;
    private static final int NIGHT_ENDS = 7;

    /** How often somebody comes, and what for. */
    enum Habit {
        REGULAR(Duration.ofDays(6), 0.55, 0.06, 8, 2, 0.4),
        OCCASIONAL(Duration.ofDays(40), 0.5, 0.25, 6, 2, 1.0),
        BUSINESS(Duration.ofHours(40), 0.75, 0.08, 30, 8, 0.4);

        private final Duration between;
        private final double buys;
        /** How often they come for something expensive. */
        private final double treats;

        private final int mostLines;
        private final int mostUnits;
        /** Latest first visit, as a share of the simulation's time. */
        private final double firstVisitBy;

        Habit(Duration between, double buys, double treats, int mostLines, int mostUnits, double firstVisitBy) {
            this.between = between;
            this.buys = buys;
            this.treats = treats;
            this.mostLines = mostLines;
            this.mostUnits = mostUnits;
            this.firstVisitBy = firstVisitBy;
        }

        static Habit pick(SimulationRandom random) {
            double at = random.uniform();
            return at < 0.58 ? REGULAR : at < 0.98 ? OCCASIONAL : BUSINESS;
        }
    }

    private final Diary diary;
    private final SimulationRandom random;
    private final Habit habit;
    private final String card;
    private String address;

    HonestShopper(Diary diary, Habit habit) {
        this.diary = diary;
        this.random = diary.random;
        this.habit = habit;
        this.address = diary.home;
        this.card = random.chance(FOREIGN_CARD) ? Countries.other(random, diary.home) : diary.home;
    }

    /** Lives through the simulation until some moment. */
    void shopUntil(Instant end) {
        Instant visit = awake(diary.momentBetween(0, habit.firstVisitBy));
        while (visit.isBefore(end)) {
            visit(visit);
            visit = awake(visit.plus(random.exponential(habit.between)));
        }
    }

    private void visit(Instant at) {
        Instant done = diary.browse(at, 5, Taste.ANYTHING);
        if (!random.chance(habit.buys)) {
            return;
        }
        if (random.chance(MOVES_HOUSE)) {
            address = Countries.other(random, address);
        }
        buy(done, random.chance(habit.treats) ? treat() : basket());
        if (habit == Habit.BUSINESS && random.chance(ORDERS_BY_DEPARTMENT)) {
            buyForDepartments(done);
        } else if (random.chance(FORGOT_SOMETHING)) {
            buy(done.plus(random.exponential(Duration.ofMinutes(6))), basket());
        }
    }

    private void buyForDepartments(Instant from) {
        Instant at = from;
        int departments = random.between(1, 5);
        for (int i = 0; i < departments; i++) {
            at = at.plus(random.exponential(Duration.ofMinutes(2)));
            buy(at, basket());
        }
    }

    private void buy(Instant at, List<Line> lines) {
        String country = random.chance(GIFT_ABROAD) ? Countries.other(random, address) : address;
        String billing = address.equals(diary.home) ? card : address;
        String reference = diary.order(at, country, billing, lines, Label.HONEST);
        if (random.chance(CANCELS)) {
            diary.cancel(at.plus(random.exponential(Duration.ofMinutes(3))), reference);
        }
    }

    private List<Line> basket() {
        double size = random.uniform() * random.uniform();
        return diary.shelf.basket(random, Taste.ANYTHING, 1 + (int) (size * habit.mostLines), habit.mostUnits);
    }

    private List<Line> treat() {
        return diary.shelf.basket(random, Taste.EXPENSIVE, random.between(1, 3), habit.mostUnits);
    }

    /** Most people sleep at night, where the simulation is long enough to have one. */
    private Instant awake(Instant at) {
        boolean night = at.atOffset(ZoneOffset.UTC).getHour() < NIGHT_ENDS;
        boolean days = diary.settings.duration().compareTo(Duration.ofDays(2)) > 0;
        if (night && days && !random.chance(NIGHT_OWL)) {
            return at.plus(Duration.ofMinutes(random.between(NIGHT_ENDS * 60, 15 * 60)));
        }
        return at;
    }
}
