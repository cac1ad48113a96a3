package com.fusioncommerce.trials.bench.peers;

/**
 * An HTTP response.
 *
 * @param head status line and headers, as received
 */
record HttpAnswer(int status, String head, String body) {
    private static final String LINE_END = "\r\n";

    /** The first header of that name, ignoring case; null if there is none. */
    String header(String name) {
        for (int line = head.indexOf(LINE_END); line >= 0; line = head.indexOf(LINE_END, line)) {
            line += LINE_END.length();
            int end = line + name.length();
            if (head.regionMatches(true, line, name, 0, name.length())
                    && end < head.length()
                    && head.charAt(end) == ':') {
                int stop = head.indexOf(LINE_END, end);
                return head.substring(end + 1, stop < 0 ? head.length() : stop).trim();
            }
        }
        return null;
    }
}
