package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;
import java.util.OptionalLong;

/** One attempt to connect and what comes back for it. The connection is given up as soon as it is made. */
final class TcpExchange extends SocketExchange {

    TcpExchange(NetworkNamespace from, Endpoint to) {
        super(from, to, Const.SOCK_STREAM, Const.POLLOUT);
    }

    @Override
    public Flow flow() {
        return new Flow.Tcp(port(), OptionalLong.empty());
    }

    @Override
    Optional<Errno> begin() {
        return Sys.tryConnect(fd(), SocketAddress.of(to().address(), to().port()));
    }

    @Override
    boolean isAnswer(Optional<Errno> outcome) {
        return outcome.isEmpty();
    }

    @Override
    public TcpResult result() {
        return new TcpResult(
                netns(), to(), refusal(), failure(), errors(), SocketAddress.parse(Sys.getsockname(fd())), elapsed());
    }
}
