package com.fusioncommerce.platform.cli;

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
        if (failure instanceof FileSystemException problem && problem.getReason() == null) {
            return problem.getFile() + ": " + what(problem);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
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
