package dev.netjig.testbed;

import java.util.ArrayList;
import java.util.List;

/** Closes things in order, goes on after a failure, and reports every failure. */
final class Undo {

    private final List<AutoCloseable> resources = new ArrayList<>();

    void add(AutoCloseable resource) {
        resources.add(resource);
    }

    void run() {
        UndoFailedException failure = null;
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new UndoFailedException(e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
