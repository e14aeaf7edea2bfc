package dev.netjig.suites.support;

import dev.netjig.jupiter.CurrentTestbed;
import dev.netjig.jupiter.MachineLimitException;
import dev.netjig.testbed.Programs;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for the program of {@link NeedsProgram} before each test. */
final class NeedsProgramExtension implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        CurrentTestbed testbed = CurrentTestbed.of(context).orElseThrow();
        Stream.of(context.getTestMethod(), context.getTestClass())
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsProgram.class).stream())
                .forEach(needed -> testbed.orSkip(() -> find(needed.value())));
    }

    private static Path find(String program) {
        return Programs.find(program)
                .orElseThrow(() -> new MachineLimitException("there is no program " + program
                        + " on this machine\n  remedy: vagrant/provision.sh installs what netjig's suites need"));
    }
}
