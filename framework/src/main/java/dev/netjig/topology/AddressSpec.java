package dev.netjig.topology;

import java.util.Optional;

/**
 * An address on a device that something else declares, or on {@code lo}: {@code ip -n red address add 192.168.0.1/24
 * dev veth2-r}.
 *
 * @param netns the namespace
 * @param dev the device
 * @param address with its prefix length
 */
public record AddressSpec(String netns, IfName dev, Cidr address) implements Spec {

    /**
     * Reads device and address.
     *
     * @throws InvalidDeclarationException if an element cannot be read
     */
    public static AddressSpec parse(String netns, String dev, String address) {
        Elements elements = new Elements();
        Optional<IfName> device = elements.read("dev", dev, IfName::new);
        Optional<Cidr> cidr = elements.read("address", address, Cidr::parse);
        elements.check();
        return new AddressSpec(netns, device.orElseThrow(), cidr.orElseThrow());
    }

    /** For example {@code address red/veth2-r 192.168.0.1/24}. */
    @Override
    public String toString() {
        return "address " + netns + "/" + dev + " " + address;
    }
}
