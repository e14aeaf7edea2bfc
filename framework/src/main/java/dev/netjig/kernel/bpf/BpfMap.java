package dev.netjig.kernel.bpf;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A map that a program and this JVM share, {@code BPF_MAP_*} of {@code linux/bpf.h}. Nothing pins it: the kernel frees it
 * with the last descriptor. One thread at a time.
 */
final class BpfMap implements AutoCloseable {

    private static final int BPF_MAP_CREATE = 0;
    private static final int BPF_MAP_LOOKUP_ELEM = 1;
    private static final int BPF_MAP_UPDATE_ELEM = 2;
    private static final int BPF_MAP_DELETE_ELEM = 3;
    private static final int BPF_MAP_LOOKUP_AND_DELETE_ELEM = 21;

    private static final int BPF_MAP_TYPE_HASH = 1;
    private static final int BPF_MAP_TYPE_QUEUE = 22;

    private final Fd fd;
    private final ByteBuffer attr = direct(32);
    private final ByteBuffer key;
    private final ByteBuffer value;

    private BpfMap(String name, int type, int keySize, int valueSize, int entries) {
        key = direct(keySize);
        value = direct(valueSize);
        ByteBuffer create = direct(20);
        create.putInt(type).putInt(keySize).putInt(valueSize).putInt(entries);
        fd = Sys.bpf(BPF_MAP_CREATE, create, name);
    }

    /** Values of {@code valueSize} bytes in the order in which they were put in; it has no keys. */
    static BpfMap queue(String name, int valueSize, int entries) {
        return new BpfMap(name, BPF_MAP_TYPE_QUEUE, 0, valueSize, entries);
    }

    /** From {@code u32} to {@code u64}. */
    static BpfMap hash(String name, int entries) {
        return new BpfMap(name, BPF_MAP_TYPE_HASH, 4, 8, entries);
    }

    Fd fd() {
        return fd;
    }

    /** Takes the next value out of a queue; the buffer is good until the next call. */
    Optional<ByteBuffer> poll() {
        return call(BPF_MAP_LOOKUP_AND_DELETE_ELEM) ? Optional.of(value.rewind()) : Optional.empty();
    }

    void put(int to, long number) {
        key.putInt(0, to);
        value.putLong(0, number);
        call(BPF_MAP_UPDATE_ELEM);
    }

    long number(int of) {
        key.putInt(0, of);
        return call(BPF_MAP_LOOKUP_ELEM) ? value.getLong(0) : 0;
    }

    void remove(int of) {
        key.putInt(0, of);
        call(BPF_MAP_DELETE_ELEM);
    }

    /** Whether there was such an element. */
    private boolean call(int command) {
        attr.putInt(0, fd.number());
        attr.putLong(8, key.capacity() == 0 ? 0 : Sys.address(key));
        // BPF_MAP_DELETE_ELEM wants 0 in what it does not read.
        attr.putLong(16, command == BPF_MAP_DELETE_ELEM ? 0 : Sys.address(value));
        Optional<Errno> errno = Sys.tryBpf(command, attr);
        if (errno.isPresent() && !errno.get().equals(Errno.ENOENT)) {
            throw KernelException.refused("bpf command " + command + " on " + fd, errno.get());
        }
        return errno.isEmpty();
    }

    @Override
    public void close() {
        fd.close();
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
