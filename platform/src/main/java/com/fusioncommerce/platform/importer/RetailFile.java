package com.fusioncommerce.platform.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The file of sales: gzip'd CSV with a header line. */
final class RetailFile {
    /** Its name in the directory of real data. */
    static final String NAME = "online-retail.csv.gz";

    private static final int BUFFER = 1 << 16;

    private final Path path;

    private RetailFile(Path path) {
        this.path = path;
    }

    /**
     * The file in a directory.
     *
     * @throws IOException if there is none
     */
    static RetailFile in(Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        if (!Files.isReadable(path)) {
            throw new IOException(
                    "no " + NAME + " in " + directory + ": give its directory with --data, or set FUSION_DATA");
        }
        return new RetailFile(path);
    }

    /**
     * Reads the file from its beginning.
     *
     * @param lines takes each line
     * @param broken takes what cannot be understood; reading stops where it throws
     * @throws IOException if the file cannot be read to its end
     */
    void read(Consumer<RetailLine> lines, Consumer<BrokenLineException> broken) throws IOException {
        RetailParser parser = new RetailParser(NAME);
        int number = 1;
        try (BufferedReader reader = open()) {
            parser.header(reader.readLine());
            String text = reader.readLine();
            while (text != null) {
                number++;
                take(parser, number, text, lines, broken);
                text = reader.readLine();
            }
        } catch (EOFException e) {
            throw new IOException(path + " ends in the middle, after line " + number, e);
        }
    }

    private static void take(
            RetailParser parser,
            int number,
            String text,
            Consumer<RetailLine> lines,
            Consumer<BrokenLineException> broken) {
        RetailLine line;
        try {
            line = parser.parse(number, text);
        } catch (BrokenLineException e) {
            broken.accept(e);
            return;
        }
        lines.accept(line);
    }

    private BufferedReader open() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(file, BUFFER), UTF_8), BUFFER);
        } catch (IOException e) {
            file.close();
            throw new IOException(path + " is not gzip'd", e);
        }
    }
}
