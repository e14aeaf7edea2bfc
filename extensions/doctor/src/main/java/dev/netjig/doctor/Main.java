package dev.netjig.doctor;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code netjig}: {@code java -jar netjig.jar doctor}. */
@Command(
        name = "netjig",
        description = "JUnit tests on real Linux networks.",
        mixinStandardHelpOptions = true,
        version = "netjig 0.1.0",
        subcommands = Main.Doctor.class)
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    /**
     * Ends the JVM: 0 if tests can run here, 1 if not, 2 if the command line is wrong.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "netjig does nothing without a command");
    }

    /** Says what this machine lacks for tests, and how to get it. */
    @Command(
            name = "doctor",
            description = {
                "Says what this machine lacks for tests with netjig, why that matters and how to get it.",
                "It changes nothing."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit code:%n",
            exitCodeList = {"0:tests can run here", "1:they cannot", "2:the command line is wrong"})
    static final class Doctor implements Callable<Integer> {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Option(names = "--strict", description = "1 also if only some tests cannot run here.")
        private boolean strict;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            Examination examination = Examination.of(Machine.here());
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? JsonReport.of(examination) : TextReport.of(examination));
            out.flush();
            return examination.isFit(strict) ? 0 : 1;
        }
    }
}
