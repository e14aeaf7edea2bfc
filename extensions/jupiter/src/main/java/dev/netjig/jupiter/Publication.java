package dev.netjig.jupiter;

import dev.netjig.evidence.Exhibit;
import dev.netjig.evidence.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The exhibits of one test on their way into its report: made on other threads, handed to JUnit by the test's own. */
final class Publication {

    /** The key of the report entry that tells what could not be published. */
    static final String PROBLEM = "netjig.evidence";

    private static final class Holder {
        static final ExecutorService WRITERS = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(null, task, "netjig-evidence", 0, false);
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Written(String mediaType, CompletableFuture<byte[]> bytes) {}

    private final ExtensionContext context;
    private final Map<String, Written> files = new LinkedHashMap<>();

    Publication(ExtensionContext context) {
        this.context = context;
    }

    /** Begins to write them. Where one of that name is there already, of another testbed, a number is put before it. */
    void add(List<Exhibit> exhibits) {
        for (Exhibit exhibit : exhibits) {
            files.put(
                    unique(exhibit.fileName(), new HashSet<>(files.keySet())),
                    new Written(
                            exhibit.mediaType(), CompletableFuture.supplyAsync(() -> bytes(exhibit), Holder.WRITERS)));
        }
    }

    /** Hands all of them to JUnit, waiting for those that are still being written. A problem is told, and never thrown. */
    void publish() {
        StringBuilder problems = new StringBuilder();
        files.forEach((name, written) -> {
            try {
                byte[] bytes = written.bytes().join();
                context.publishFile(name, MediaType.parse(written.mediaType()), file -> Files.write(file, bytes));
            } catch (CompletionException failed) {
                problems.append(Problems.text(name, failed.getCause() == null ? failed : failed.getCause()));
            } catch (RuntimeException failed) {
                problems.append(Problems.text(name, failed));
            }
        });
        if (!problems.isEmpty()) {
            context.publishReportEntry(PROBLEM, problems.toString());
        }
    }

    private static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int number = 2; taken.contains(unique); number++) {
            unique = number + "-" + name;
        }
        return unique;
    }

    private static byte[] bytes(Exhibit exhibit) {
        try {
            return exhibit.bytes();
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
    }
}
