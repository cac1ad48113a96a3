package com.fusioncommerce.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Samples texts that match a regular expression of literals, classes, groups and quantifiers, as in the document. */
final class PatternSampler {
    private static final int MOST_REPEATS = 6;
    private static final int[] OTHERS = {'a', 'Z', '7', ' ', '-', '\'', '"', '<', '&', 0xe9, 0x416, 0x4e2d, 0x1fad6};

    private final String pattern;
    private final Random random;
    private int at;

    private PatternSampler(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    /** A matching text, or null if some attempts found none. */
    static String sample(String pattern, Random random) {
        Pattern whole = Pattern.compile(pattern);
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder();
            new PatternSampler(pattern, random).sequence(text, true);
            if (whole.matcher(text).matches()) {
                return text.toString();
            }
        }
        return null;
    }

    private void sequence(StringBuilder text, boolean emit) {
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            int start = at;
            StringBuilder once = new StringBuilder();
            atom(once);
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                StringBuilder again = new StringBuilder();
                at = start;
                atom(again);
                if (emit) {
                    text.append(again);
                }
            }
            at = Math.max(after, end);
        }
    }

    private void atom(StringBuilder text) {
        char c = pattern.charAt(at++);
        switch (c) {
            case '^', '$' -> {}
            case '[' -> text.appendCodePoint(oneOf());
            case '\\' -> text.appendCodePoint(escaped());
            case '(' -> {
                boolean looks = pattern.startsWith("?=", at);
                at += looks ? 2 : 0;
                sequence(text, !looks);
                at++;
            }
            default -> text.append(c);
        }
    }

    private int times() {
        if (at >= pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '*' -> {
                at++;
                return random.nextInt(MOST_REPEATS);
            }
            case '+' -> {
                at++;
                return 1 + random.nextInt(MOST_REPEATS);
            }
            case '?' -> {
                at++;
                return random.nextInt(2);
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                at = end + 1;
                int least = Integer.parseInt(bounds[0]);
                int most = bounds.length == 1 ? least : Integer.parseInt(bounds[1]);
                return random.nextInt(8) == 0 ? most : least + random.nextInt(Math.min(most - least, MOST_REPEATS) + 1);
            }
            default -> {
                return 1;
            }
        }
    }

    private int oneOf() {
        boolean not = pattern.charAt(at) == '^';
        at += not ? 1 : 0;
        List<int[]> ranges = new ArrayList<>();
        while (pattern.charAt(at) != ']') {
            int from = classPoint();
            boolean range = pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            at += range ? 1 : 0;
            ranges.add(new int[] {from, range ? classPoint() : from});
        }
        at++;
        if (not) {
            return OTHERS[random.nextInt(OTHERS.length)];
        }
        int[] chosen = ranges.get(random.nextInt(ranges.size()));
        return chosen[0] + random.nextInt(chosen[1] - chosen[0] + 1);
    }

    private int classPoint() {
        char c = pattern.charAt(at++);
        return c == '\\' ? escaped() : c;
    }

    private int escaped() {
        char c = pattern.charAt(at++);
        if (c == 'u') {
            at += 4;
            return Integer.parseInt(pattern, at - 4, at, 16);
        }
        return c == 'S' ? 'x' : c;
    }
}
