package com.fusioncommerce.schemas.resources;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Failure messages of commands, for people. */
public final class Reasons {
    private Reasons() {}

    /** The message of a failure; if Java's own message is only a path, with the problem added. */
    public static String of(Throwable failure) {
        return isBareFile(failure)
                ? ((FileSystemException) failure).getFile() + ": " + withoutFile(failure)
                : withoutFile(failure);
    }

    /** The same for a sentence that names the file already. */
    public static String withoutFile(Throwable failure) {
        if (isBareFile(failure)) {
            return what((FileSystemException) failure);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static boolean isBareFile(Throwable failure) {
        return failure instanceof FileSystemException problem && problem.getReason() == null;
    }

    private static String what(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "is there already, and is no directory";
        }
        if (problem instanceof NotDirectoryException) {
            return "is no directory";
        }
        return problem.getClass().getSimpleName();
    }
}
