package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.simulation.Shelf.Taste;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Behaviour of fraudulent shoppers: four patterns, each of which some honest shoppers resemble. */
final class FraudulentShopper {
    private static final double ENDS_WITH_A_HAUL = 0.35;
    private static final double WANTS_WHAT_IS_SOLD_OUT = 0.1;
    private static final Duration LONGEST_OWNED = Duration.ofDays(35);

    private final Diary diary;
    private final SimulationRandom random;

    FraudulentShopper(Diary diary) {
        this.diary = diary;
        this.random = diary.random;
    }

    void strike() {
        double at = random.uniform();
        if (at < 0.28) {
            testCards();
        } else if (at < 0.56) {
            buyForResale();
        } else if (at < 0.85) {
            takeOver();
        } else {
            lieLow();
        }
    }

    /** Tests cards: a program orders as fast as the shop allows, or a person by hand. */
    private void testCards() {
        Instant at = diary.browse(diary.momentBetween(0, 0.98), 2, Taste.CHEAP);
        boolean program = random.chance(0.6);
        int orders = program ? random.between(6, 20) : random.between(4, 10);
        for (int i = 0; i < orders; i++) {
            diary.order(at, diary.home, cardFromElsewhere(0.4), few(Taste.CHEAP, 2, 1), Label.CARD_TESTING);
            at = at.plus(random.exponential(program ? Duration.ofSeconds(20) : Duration.ofMinutes(2)));
        }
        if (random.chance(ENDS_WITH_A_HAUL)) {
            diary.order(at, diary.home, cardFromElsewhere(0.4), few(Taste.EXPENSIVE, 3, 3), Label.CARD_TESTING);
        }
    }

    private void buyForResale() {
        Instant at = diary.browse(diary.momentBetween(0, 0.98), 3, Taste.EXPENSIVE);
        if (random.chance(WANTS_WHAT_IS_SOLD_OUT)) {
            diary.orderWhatIsSoldOut(at, diary.home, cardFromElsewhere(0.5), Label.RESALE);
            at = at.plus(random.exponential(Duration.ofMinutes(2)));
        }
        int orders = random.between(1, 5);
        for (int i = 0; i < orders; i++) {
            diary.order(at, diary.home, cardFromElsewhere(0.5), few(Taste.EXPENSIVE, 3, 4), Label.RESALE);
            at = at.plus(random.exponential(Duration.ofMinutes(10)));
        }
    }

    /** Takes an account over: its owner shops for some weeks before the fraud begins. */
    private void takeOver() {
        diary.signIn();
        Instant stolen = diary.momentBetween(0.1, 0.98);
        Duration owned = LONGEST_OWNED.compareTo(diary.settings.duration()) < 0
                ? LONGEST_OWNED
                : diary.settings.duration().dividedBy(2);
        Instant first = stolen.minus(Duration.ofMillis((long) (owned.toMillis() * random.between(0.2, 1))));
        new HonestShopper(diary, HonestShopper.Habit.REGULAR).shopBetween(later(first, diary.settings.start()), stolen);
        Instant at = diary.browse(stolen, 3, Taste.EXPENSIVE);
        String drop = random.chance(0.6) ? Countries.other(random, diary.home) : diary.home;
        int orders = random.between(1, 4);
        for (int i = 0; i < orders; i++) {
            diary.order(at, drop, diary.home, few(Taste.EXPENSIVE, 3, 3), Label.TAKEOVER);
            at = at.plus(random.exponential(Duration.ofMinutes(7)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void lieLow() {
        Instant at = diary.browse(diary.momentBetween(0, 0.98), 4, Taste.ANYTHING);
        Taste taste = random.chance(0.4) ? Taste.EXPENSIVE : Taste.ANYTHING;
        diary.order(at, diary.home, cardFromElsewhere(0.3), few(taste, 4, 2), Label.STEALTH);
    }

    private List<Line> few(Taste taste, int mostLines, int mostUnits) {
        return diary.shelf.basket(random, taste, random.between(1, mostLines), mostUnits);
    }

    private String cardFromElsewhere(double chance) {
        return random.chance(chance) ? Countries.other(random, diary.home) : diary.home;
    }
}
