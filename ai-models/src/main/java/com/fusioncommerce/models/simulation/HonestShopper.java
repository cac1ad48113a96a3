package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.simulation.Shelf.Taste;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Behaviour of honest shoppers. They do suspicious things too: place several orders in a row, retry a refused order,
 * send presents abroad, shop at night, move house, buy something expensive, or buy for a business, department by
 * department. They start at any moment and leave for good after some weeks, so that the share of newcomers stays
 * constant.
 */
final class HonestShopper {
    private static final double CANCELS = 0.04;
    private static final double FORGOT_SOMETHING = 0.07;
    private static final double SENDS_ABROAD = 0.04;
    private static final double FOREIGN_CARD = 0.05;
    private static final double MOVES_HOUSE = 0.02;
    private static final double WORKS_AT_NIGHT = 0.08;
    private static final double NIGHT_OWL = 0.25;
    private static final double LONG_BURST = 0.15;
    private static final double FASTEST_SECONDS = 4;
    private static final double SLOWEST_SECONDS = 720;
    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 7;

    /** How often shoppers come, what they buy, and how long they remain customers. */
    enum Habit {
        REGULAR(Duration.ofDays(6), 0.55, 0.06, 8, 2, Duration.ofDays(28)),
        OCCASIONAL(Duration.ofDays(20), 0.6, 0.25, 6, 2, Duration.ofDays(14)),
        BUSINESS(Duration.ofHours(40), 0.75, 0.08, 30, 8, Duration.ofDays(35));

        private final Duration between;
        private final double buys;
        /** Share of visits for an expensive product. */
        private final double treats;

        private final int mostLines;
        private final int mostUnits;
        private final Duration remains;

        Habit(Duration between, double buys, double treats, int mostLines, int mostUnits, Duration remains) {
            this.between = between;
            this.buys = buys;
            this.treats = treats;
            this.mostLines = mostLines;
            this.mostUnits = mostUnits;
            this.remains = remains;
        }

        static Habit pick(SimulationRandom random) {
            double at = random.uniform();
            return at < 0.5 ? REGULAR : at < 0.98 ? OCCASIONAL : BUSINESS;
        }
    }

    private final Diary diary;
    private final SimulationRandom random;
    private final Habit habit;
    private final String card;
    private final boolean worksAtNight;
    private String address;

    HonestShopper(Diary diary, Habit habit) {
        this.diary = diary;
        this.random = diary.random;
        this.habit = habit;
        this.address = diary.home;
        this.card = random.chance(FOREIGN_CARD) ? Countries.other(random, diary.home) : diary.home;
        this.worksAtNight = random.chance(WORKS_AT_NIGHT);
        if (habit == Habit.BUSINESS) {
            diary.signIn();
        }
    }

    /** Starts at a random moment, and shops for the customer lifetime of the habit. */
    void shop() {
        Instant first = diary.momentBetween(0, 1);
        shopBetween(first, first.plus(random.exponential(habit.remains)));
    }

    /** Shops from one moment until another. */
    void shopBetween(Instant first, Instant last) {
        Instant visit = atTheirHours(first);
        do {
            visit(visit);
            visit = atTheirHours(visit.plus(random.exponential(habit.between)));
        } while (visit.isBefore(last) && visit.isBefore(diary.settings.end()));
    }

    private void visit(Instant at) {
        Instant done = diary.browse(at, 5, Taste.ANYTHING);
        if (!random.chance(habit.buys)) {
            return;
        }
        if (random.chance(MOVES_HOUSE)) {
            address = Countries.other(random, address);
        }
        double mood = random.uniform();
        if (mood < 0.07) {
            buyAgainWhatWasRefused(done);
        } else if (mood < 0.18) {
            buyOneByOne(done, random.chance(LONG_BURST) ? random.between(6, 8) : random.between(2, 5));
        } else if (mood < 0.24) {
            sendPresents(done);
        } else if (mood < 0.39 && habit == Habit.BUSINESS) {
            buyForDepartments(done);
        } else {
            buy(done, random.chance(habit.treats) ? treat() : basket());
            if (random.chance(FORGOT_SOMETHING)) {
                buy(done.plus(random.exponential(Duration.ofMinutes(6))), basket());
            }
        }
    }

    /** Orders a sold-out product, retries, and orders an available one instead. */
    private void buyAgainWhatWasRefused(Instant from) {
        Instant at = from;
        int attempts = random.between(1, 3);
        for (int i = 0; i < attempts; i++) {
            diary.orderWhatIsSoldOut(at, address, billing(), Label.HONEST);
            at = at.plus(pause(Duration.ofMinutes(2)));
        }
        if (random.chance(0.5)) {
            buyOneByOne(at, random.between(1, 4));
        } else {
            buy(at, basket());
        }
    }

    /** Places one order per product, with pauses for thought or as fast as a hand clicks. */
    private void buyOneByOne(Instant from, int orders) {
        double pace = random.between(StrictMath.log(FASTEST_SECONDS), StrictMath.log(SLOWEST_SECONDS));
        Duration mean = Duration.ofMillis((long) (1_000 * StrictMath.exp(pace)));
        Taste taste = random.chance(0.2) ? Taste.EXPENSIVE : random.chance(0.45) ? Taste.CHEAP : Taste.ANYTHING;
        Instant at = from;
        for (int i = 0; i < orders; i++) {
            buy(at, random.chance(0.85) ? diary.shelf.basket(random, taste, 1, 1) : basket());
            at = at.plus(pause(mean));
        }
    }

    /** Orders presents for recipients in any country, paid for at home. */
    private void sendPresents(Instant from) {
        Instant at = from;
        int presents = random.between(1, 4);
        for (int i = 0; i < presents; i++) {
            String country = random.chance(0.6) ? Countries.other(random, address) : address;
            diary.order(at, country, billing(), diary.shelf.basket(random, Taste.ANYTHING, 1, 1), Label.HONEST);
            at = at.plus(pause(Duration.ofMinutes(7)));
        }
    }

    private void buyForDepartments(Instant from) {
        Instant at = from;
        int departments = random.between(2, 6);
        for (int i = 0; i < departments; i++) {
            buy(at, basket());
            at = at.plus(pause(Duration.ofMinutes(2)));
        }
    }

    private void buy(Instant at, List<Line> lines) {
        String country = random.chance(SENDS_ABROAD) ? Countries.other(random, address) : address;
        String reference = diary.order(at, country, billing(), lines, Label.HONEST);
        if (random.chance(CANCELS)) {
            diary.cancel(at.plus(random.exponential(Duration.ofMinutes(3))), reference);
        }
    }

    private String billing() {
        return address.equals(diary.home) ? card : address;
    }

    private Duration pause(Duration mean) {
        return random.exponential(mean);
    }

    private List<Line> basket() {
        double size = random.uniform() * random.uniform();
        return diary.shelf.basket(random, Taste.ANYTHING, 1 + (int) (size * habit.mostLines), habit.mostUnits);
    }

    private List<Line> treat() {
        return diary.shelf.basket(random, Taste.EXPENSIVE, random.between(1, 3), habit.mostUnits);
    }

    /**
     * Shifts a time to waking hours, in simulations longer than a night: some shoppers work at night and shop in a
     * break.
     */
    private Instant atTheirHours(Instant at) {
        if (diary.settings.duration().compareTo(Duration.ofDays(2)) <= 0) {
            return at;
        }
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        if (worksAtNight) {
            boolean day = hour >= NIGHT_ENDS && hour < NIGHT_BEGINS;
            return day ? at.plus(Duration.ofMinutes((NIGHT_BEGINS - hour) * 60L + random.between(0, 6 * 60))) : at;
        }
        return hour < NIGHT_ENDS && !random.chance(NIGHT_OWL)
                ? at.plus(Duration.ofMinutes(random.between(NIGHT_ENDS * 60, 15 * 60)))
                : at;
    }
}
