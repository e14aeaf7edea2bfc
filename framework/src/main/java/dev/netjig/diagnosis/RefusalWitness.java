package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.probe.TcpResult;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The errno of the sender's own call. EPERM is left to the witness of packet filters, who knows the rule; without it it
 * is a guess: filters at OUTPUT and POSTROUTING and a cgroup's program all answer so.
 */
final class RefusalWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.result().refusal().flatMap(errno -> finding(scene, errno));
    }

    private static Optional<Finding> finding(Scene scene, Errno errno) {
        String netns = scene.sender().name();
        InetAddress destination = scene.destination();
        String call = scene.result() instanceof TcpResult ? "connect" : "sendto";
        Evidence refused = new Evidence(call, "returned " + errno + " in " + netns);
        if (errno.equals(Errno.EPERM)) {
            return Optional.of(Finding.inferred(new Cause.Dropped(netns, new Culprit.Unseen("output")), refused));
        }
        if (errno.equals(Errno.EMSGSIZE)) {
            return TooBigAt.sender(scene, refused);
        }
        boolean nowhere = errno.equals(Errno.ENETUNREACH) || errno.equals(Errno.EADDRNOTAVAIL);
        Optional<Finding> off = nowhere ? Ipv6Off.onTheWayTo(scene.sender(), destination, refused) : Optional.empty();
        if (off.isPresent()) {
            return off;
        }
        if (errno.equals(Errno.EADDRNOTAVAIL)) {
            return Optional.of(Finding.proven(new Cause.NoSourceAddress(netns, destination), refused));
        }
        RouteLookup route = scene.sender().routeTo(destination);
        if (!(route instanceof RouteLookup.Refused lookup) || !lookup.errno().equals(errno)) {
            return Optional.empty();
        }
        Evidence looked = new Evidence(
                "ip -n " + netns + " route get " + IpLiteral.format(destination), "answers " + errno.message());
        return RefusedRoute.ofSender(netns, destination, errno).map(cause -> Finding.proven(cause, refused, looked));
    }
}
