package com.fusioncommerce.workloads.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.cli.InputFiles;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The file of sales: CSV with a header line, plain or gzip, in UTF-8 or windows-1252. */
final class RetailFile {
    /** File name in the directory of real data. */
    static final String NAME = "online-retail.csv.gz";

    /** File name of the uncompressed file. */
    static final String PLAIN = "online-retail.csv";

    private static final List<String> NAMES = List.of(NAME, PLAIN);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int UTF_16_MARK = 0xfe;
    private static final int UTF_16_MARK_END = 0xff;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path path;

    private RetailFile(Path path) {
        this.path = path;
    }

    /**
     * Finds the file in a directory.
     *
     * @throws IOException if there is no readable, non-empty file; the message gives the reason
     */
    static RetailFile in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException(
                    (Files.exists(directory) ? directory + " is no directory" : "there is no " + directory)
                            + ": --data and FUSION_DATA name the directory that holds " + String.join(" or ", NAMES));
        }
        Path path = NAMES.stream()
                .map(directory::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + String.join(" or ", NAMES) + " in " + directory
                        + ": give its directory with --data, or set FUSION_DATA"));
        InputFiles.requireReadable(path);
        return new RetailFile(path);
    }

    /** The file's name, for messages. */
    String name() {
        return path.getFileName().toString();
    }

    /**
     * UTF-8 if the whole file decodes as such, else windows-1252, which maps every byte: copies saved by a spreadsheet
     * use it.
     *
     * @throws IOException if the file cannot be read to its end, or is UTF-16
     */
    Charset charset() throws IOException {
        char[] buffer = new char[BUFFER];
        try (InputStreamReader reader =
                new InputStreamReader(bytes(), UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            while (reader.read(buffer) >= 0) {
                // Only whether the file decodes matters.
            }
            return UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        } catch (EOFException e) {
            throw truncated(e);
        }
    }

    /** Opens the text from the beginning, without a byte order mark. */
    BufferedReader open(Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes(), charset), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** The error for a truncated gzip stream. */
    IOException truncated(EOFException cause) {
        return new IOException(name() + " ends in the middle: its gzip stream is not whole", cause);
    }

    private InputStream bytes() throws IOException {
        BufferedInputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        file.mark(2);
        int first = file.read();
        int second = file.read();
        file.reset();
        if (Math.min(first, second) == UTF_16_MARK && Math.max(first, second) == UTF_16_MARK_END) {
            file.close();
            throw new IOException(name() + " is UTF-16: save it as UTF-8");
        }
        return first == GZIP_FIRST && second == GZIP_SECOND ? new GZIPInputStream(file, BUFFER) : file;
    }
}
