package dev.netjig.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The kernel refused. The one exception for it: what was tried, on what, in which network namespace, the errno, the
 * kernel's own words where it gave any, and what to do about it if netjig knows. Its message reads like
 *
 * <pre>
 * cannot add route default via 192.168.0.9 in netns red: Nexthop has invalid gateway. (ENETUNREACH, Network is unreachable)
 *   during: ip -n red route add default via 192.168.0.9
 *   remedy: …
 * </pre>
 *
 * <p>Whoever knows more than the thrower adds it: {@link #in}, {@link #during} and {@link #withRemedy} return copies with
 * the stack trace of the original.
 */
public final class KernelException extends RuntimeException {

    private final Facts facts;

    private KernelException(Facts facts, @Nullable Throwable cause) {
        super(facts.message(), cause);
        this.facts = facts;
    }

    /** The kernel refused {@code operation}, for example {@code "add route"}, with {@code errno}. */
    public static KernelException refused(String operation, Errno errno) {
        return new KernelException(Facts.of(operation).withErrno(errno), null);
    }

    /** {@code operation} failed and left no errno, only the words {@code kernelText}. */
    public static KernelException of(String operation, String kernelText) {
        return new KernelException(Facts.of(operation).withText(kernelText), null);
    }

    /** {@code operation} failed because of {@code cause}, for example an answer that cannot be read. */
    public static KernelException of(String operation, Throwable cause) {
        return new KernelException(Facts.of(operation).withText(String.valueOf(cause.getMessage())), cause);
    }

    /** What was tried, for example {@code "add route"} or {@code "setns(red)"}. */
    public String operation() {
        return facts.operation;
    }

    /** What it was tried on, for example {@code "default via 192.168.0.9"}; empty where the operation says it all. */
    public Optional<String> object() {
        return Optional.ofNullable(facts.object);
    }

    public Optional<Errno> errno() {
        return Optional.ofNullable(facts.errno);
    }

    /** The kernel's own words: the text of the extended acknowledgement, or what libnftables printed. */
    public Optional<String> kernelText() {
        return Optional.ofNullable(facts.text);
    }

    /** The byte of the netlink request that the kernel points at (NLMSGERR_ATTR_OFFS), counted from its header. */
    public OptionalInt requestOffset() {
        return facts.requestOffset < 0 ? OptionalInt.empty() : OptionalInt.of(facts.requestOffset);
    }

    /** Which message of a batch was refused, from 0; empty if there was no batch. */
    public OptionalInt batchIndex() {
        return facts.batchIndex < 0 ? OptionalInt.empty() : OptionalInt.of(facts.batchIndex);
    }

    /** The name of the network namespace in which it happened. */
    public Optional<String> netns() {
        return Optional.ofNullable(facts.netns);
    }

    /** The step that netjig was at, as {@link #during} was told. */
    public Optional<String> step() {
        return Optional.ofNullable(facts.step);
    }

    public Optional<String> remedy() {
        return Optional.ofNullable(facts.remedy);
    }

    /** A copy that says what the operation was tried on. */
    public KernelException on(String object) {
        return with(facts.withObject(object));
    }

    /** A copy with the kernel's own words. */
    public KernelException saying(String kernelText) {
        return with(facts.withText(kernelText));
    }

    /** A copy that says which byte of the request the kernel points at. */
    public KernelException atOffset(int requestOffset) {
        return with(facts.withOffset(requestOffset));
    }

    /** A copy that says which message of a batch was refused. */
    public KernelException atIndex(int batchIndex) {
        return with(facts.withIndex(batchIndex));
    }

    /** A copy that names the network namespace. */
    public KernelException in(String netns) {
        return with(facts.withNetns(netns));
    }

    /** A copy that names the step, for example the {@code ip} command that equals it. */
    public KernelException during(String step) {
        return with(facts.withStep(step));
    }

    /** A copy that says what to do about it. */
    public KernelException withRemedy(String remedy) {
        return with(facts.withRemedy(remedy));
    }

    private KernelException with(Facts more) {
        KernelException copy = new KernelException(more, getCause());
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }

    /** What is known; absent numbers are -1. */
    private record Facts(
            String operation,
            @Nullable String object,
            @Nullable Errno errno,
            @Nullable String text,
            int requestOffset,
            int batchIndex,
            @Nullable String netns,
            @Nullable String step,
            @Nullable String remedy) {

        static Facts of(String operation) {
            return new Facts(operation, null, null, null, -1, -1, null, null, null);
        }

        Facts withObject(String to) {
            return new Facts(operation, to, errno, text, requestOffset, batchIndex, netns, step, remedy);
        }

        Facts withErrno(Errno to) {
            return new Facts(operation, object, to, text, requestOffset, batchIndex, netns, step, remedy);
        }

        Facts withText(String to) {
            return new Facts(operation, object, errno, to, requestOffset, batchIndex, netns, step, remedy);
        }

        Facts withOffset(int to) {
            return new Facts(operation, object, errno, text, to, batchIndex, netns, step, remedy);
        }

        Facts withIndex(int to) {
            return new Facts(operation, object, errno, text, requestOffset, to, netns, step, remedy);
        }

        Facts withNetns(String to) {
            return new Facts(operation, object, errno, text, requestOffset, batchIndex, to, step, remedy);
        }

        Facts withStep(String to) {
            return new Facts(operation, object, errno, text, requestOffset, batchIndex, netns, to, remedy);
        }

        Facts withRemedy(String to) {
            return new Facts(operation, object, errno, text, requestOffset, batchIndex, netns, step, to);
        }

        String message() {
            StringBuilder message = new StringBuilder("cannot ").append(operation);
            append(message, " ", object);
            append(message, " in netns ", netns);
            message.append(": ").append(reason());
            if (requestOffset >= 0) {
                message.append(", at byte ").append(requestOffset).append(" of the request");
            }
            append(message, "\n  during: ", step);
            append(message, "\n  remedy: ", remedy);
            return message.toString();
        }

        private String reason() {
            if (errno == null) {
                return text == null ? "no reason given" : text;
            }
            return text == null ? errno.message() + " (" + errno.symbol() + ")" : text + " (" + errno + ")";
        }

        private static void append(StringBuilder message, String prefix, @Nullable String fact) {
            if (fact != null) {
                message.append(prefix).append(fact);
            }
        }
    }
}
