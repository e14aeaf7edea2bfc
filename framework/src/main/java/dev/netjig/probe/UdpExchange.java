package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One datagram and what comes back for it. */
final class UdpExchange extends SocketExchange {

    private static final byte[] PAYLOAD = "netjig".getBytes(StandardCharsets.US_ASCII);

    UdpExchange(NetworkNamespace from, Endpoint to) {
        super(from, to, Const.SOCK_DGRAM, Const.POLLIN);
    }

    @Override
    public Flow flow() {
        return new Flow.Udp(port());
    }

    /** Connected, so that the kernel takes no datagram of anybody else for the answer. */
    @Override
    Optional<Errno> begin() {
        return Sys.tryConnect(fd(), SocketAddress.of(to().address(), to().port()))
                .or(() -> Sys.trySend(fd(), PAYLOAD, null));
    }

    @Override
    boolean isAnswer(Optional<Errno> outcome) {
        return false;
    }

    @Override
    public UdpResult result() {
        return new UdpResult(netns(), to(), refusal(), failure(), errors(), elapsed());
    }
}
