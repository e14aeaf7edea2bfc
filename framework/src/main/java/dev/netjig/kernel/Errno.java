package dev.netjig.kernel;

/**
 * An error number of the kernel, as {@code errno(3)} and as netlink messages carry it. Symbols and texts are those of
 * the generic Linux ABI (x86, arm, riscv).
 *
 * @param number the positive number, for example 1 for EPERM
 */
public record Errno(int number) {

    public static final Errno EPERM = new Errno(1);
    public static final Errno ENOENT = new Errno(2);
    public static final Errno ESRCH = new Errno(3);
    public static final Errno EINTR = new Errno(4);
    public static final Errno EIO = new Errno(5);
    public static final Errno ENXIO = new Errno(6);
    public static final Errno EBADF = new Errno(9);
    public static final Errno EAGAIN = new Errno(11);
    public static final Errno ENOMEM = new Errno(12);
    public static final Errno EACCES = new Errno(13);
    public static final Errno EBUSY = new Errno(16);
    public static final Errno EEXIST = new Errno(17);
    public static final Errno EXDEV = new Errno(18);
    public static final Errno ENODEV = new Errno(19);
    public static final Errno EINVAL = new Errno(22);
    public static final Errno ENFILE = new Errno(23);
    public static final Errno EMFILE = new Errno(24);
    public static final Errno ENOSPC = new Errno(28);
    public static final Errno EPIPE = new Errno(32);
    public static final Errno ERANGE = new Errno(34);
    public static final Errno ENAMETOOLONG = new Errno(36);
    public static final Errno ENOSYS = new Errno(38);
    public static final Errno EPROTO = new Errno(71);
    public static final Errno EMSGSIZE = new Errno(90);
    public static final Errno ENOPROTOOPT = new Errno(92);
    public static final Errno EPROTONOSUPPORT = new Errno(93);
    public static final Errno ESOCKTNOSUPPORT = new Errno(94);
    public static final Errno EOPNOTSUPP = new Errno(95);
    public static final Errno EAFNOSUPPORT = new Errno(97);
    public static final Errno EADDRINUSE = new Errno(98);
    public static final Errno EADDRNOTAVAIL = new Errno(99);
    public static final Errno ENETDOWN = new Errno(100);
    public static final Errno ENETUNREACH = new Errno(101);
    public static final Errno ECONNABORTED = new Errno(103);
    public static final Errno ECONNRESET = new Errno(104);
    public static final Errno ENOBUFS = new Errno(105);
    public static final Errno ENOTCONN = new Errno(107);
    public static final Errno ETIMEDOUT = new Errno(110);
    public static final Errno ECONNREFUSED = new Errno(111);
    public static final Errno EHOSTDOWN = new Errno(112);
    public static final Errno EHOSTUNREACH = new Errno(113);
    public static final Errno EALREADY = new Errno(114);
    public static final Errno EINPROGRESS = new Errno(115);

    public Errno {
        if (number <= 0) {
            throw new IllegalArgumentException("an errno is positive, got " + number);
        }
    }

    /** The error with the number {@code number}; unknown numbers are allowed and print as such. */
    public static Errno of(int number) {
        return new Errno(number);
    }

    /** The C name, for example {@code "EPERM"}; {@code "errno 4711"} if netjig knows none. */
    public String symbol() {
        return ErrnoTable.entry(number).map(ErrnoTable.Entry::symbol).orElse("errno " + number);
    }

    /** What {@code strerror(3)} says, for example {@code "Operation not permitted"}. */
    public String message() {
        return ErrnoTable.entry(number).map(ErrnoTable.Entry::message).orElse("Unknown error " + number);
    }

    /** As in {@code "EPERM, Operation not permitted"}. */
    @Override
    public String toString() {
        return symbol() + ", " + message();
    }
}
