package com.fusioncommerce.schemas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Build step that lists the message classes of a module in a file beside them, which {@link Messages} reads. */
public final class MessageIndex {
    private static final String OURS = Path.of("com", "fusioncommerce").toString();
    private static final String CLASS = ".class";

    private MessageIndex() {}

    /**
     * Writes the list.
     *
     * @param arguments the directory of the module's classes, which are on the class path
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: MessageIndex <directory of classes>");
        }
        Path classes = Path.of(arguments[0]);
        Path index = classes.resolve(Messages.INDEX);
        String text = String.join("\n", messages(classes)) + "\n";
        // An unchanged list keeps its modification time, so that nothing is rebuilt because of it.
        if (Files.notExists(index) || !Files.readString(index).equals(text)) {
            Files.createDirectories(index.getParent());
            Files.writeString(index, text, StandardCharsets.UTF_8);
        }
    }

    private static List<String> messages(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith(OURS) && name.endsWith(CLASS) && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - CLASS.length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .filter(MessageIndex::isMessage)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMessage(String name) {
        try {
            Class<?> type = Class.forName(name, false, MessageIndex.class.getClassLoader());
            return SpecificRecordBase.class.isAssignableFrom(type)
                    && MessageType.of(type.asSubclass(SpecificRecord.class)).isPresent();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was compiled and is not on the class path", e);
        }
    }
}
