package dev.netjig.evidence;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What is told where evidence could not be had: it never changes a verdict, and is never hidden either. */
public final class Problems {

    /** The exhibit that tells. */
    public static final String FILE = "evidence-problems.txt";

    private Problems() {}

    /**
     * The words for it.
     *
     * @param what could not be had
     */
    public static String text(String what, Throwable failed) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(what + ":");
        failed.printStackTrace(out);
        out.flush();
        return text.toString();
    }
}
