package dev.netjig.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.topology.IpLiteral;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The state of namespaces as machines read it. */
final class StateJson {

    private final JsonGenerator json;

    private StateJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<NamespaceState> states) {
        return Json.of(json -> new StateJson(json).all(states));
    }

    private void all(List<NamespaceState> states) throws IOException {
        json.writeStartArray();
        for (NamespaceState state : states) {
            json.writeStartObject();
            json.writeStringField("netns", state.netns());
            array("links", state.links(), link -> link(state, link));
            array("addresses", state.addresses(), address -> address(state, address));
            array("routes", state.routes(), route -> route(state, route));
            array("neighbours", state.neighbours(), neighbour -> neighbour(state, neighbour));
            array("chains", state.chains(), this::chain);
            json.writeFieldName("sysctls");
            Json.strings(json, state.sysctls());
            array("missing", state.missing(), json::writeString);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void link(NamespaceState state, LinkState link) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", link.index());
        json.writeStringField("name", link.name());
        json.writeBooleanField("up", link.isUp());
        json.writeBooleanField("lowerUp", link.isLowerUp());
        json.writeStringField("operState", link.operState().toString());
        json.writeNumberField("mtu", link.mtu());
        Json.optional(json, "mac", link.mac());
        Json.optional(json, "kind", link.kind());
        Json.optional(json, "portState", link.portState());
        if (link.master().isPresent()) {
            json.writeStringField("master", state.devName(link.master().getAsInt()));
        }
        json.writeEndObject();
    }

    private void address(NamespaceState state, AddressEntry address) throws IOException {
        json.writeStartObject();
        json.writeStringField("dev", state.devName(address.ifindex()));
        json.writeStringField("address", address.address().toString());
        json.writeStringField("scope", address.scope().toString());
        array("flags", address.flags(), flag -> json.writeString(flag.toString()));
        json.writeEndObject();
    }

    private void route(NamespaceState state, RouteEntry route) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", route.type().name().toLowerCase(Locale.ROOT));
        json.writeStringField("dst", route.dst().toString());
        Json.optional(json, "via", route.via().map(IpLiteral::format));
        if (route.oif().isPresent()) {
            json.writeStringField("dev", state.devName(route.oif().getAsInt()));
        }
        Json.optional(json, "src", route.prefsrc().map(IpLiteral::format));
        json.writeNumberField("table", route.table());
        json.writeStringField("text", route.toString(state::devName));
        json.writeEndObject();
    }

    private void neighbour(NamespaceState state, NeighbourEntry neighbour) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", IpLiteral.format(neighbour.address()));
        json.writeStringField("dev", state.devName(neighbour.ifindex()));
        Json.optional(json, "mac", neighbour.mac());
        array("states", neighbour.states(), known -> json.writeString(known.toString()));
        json.writeEndObject();
    }

    private void chain(FirewallChain chain) throws IOException {
        json.writeStartObject();
        json.writeStringField("chain", chain.path());
        Json.optional(json, "hook", chain.hook());
        Json.optional(json, "policy", chain.policy());
        Json.optional(json, "comment", chain.comment());
        array("rules", chain.rules(), this::rule);
        json.writeEndObject();
    }

    private void rule(FirewallRule rule) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", rule.number());
        json.writeStringField("text", rule.text());
        if (rule.packets().isPresent()) {
            json.writeNumberField("packets", rule.packets().getAsLong());
        }
        Json.optional(json, "comment", rule.comment());
        json.writeEndObject();
    }

    private interface Writing<T> {
        void write(T item) throws IOException;
    }

    private <T> void array(String name, Collection<T> items, Writing<T> writing) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writing.write(item);
        }
        json.writeEndArray();
    }
}
