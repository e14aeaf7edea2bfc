package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingSysctlExceptionTests {

    /** The sysctls of a machine that has loaded no module. */
    @TempDir
    private Path sysctls;

    @Test
    void says_where_to_look_for_what_there_is() {
        MissingSysctlException missing = missing("net.ipv4.conf.eth7.forwarding");

        assertThat(missing)
                .hasMessage("netns red has no sysctl net.ipv4.conf.eth7.forwarding; what there is:"
                        + " ls /proc/sys/net/ipv4/conf/eth7 (a device's own sysctls exist only while the device does)");
        assertThat(missing.isModuleMissing()).isFalse();
    }

    @Test
    void reads_keys_with_slashes_too() {
        assertThat(missing("net/ipv4/conf/eth0.5/nothing")).hasMessageContaining("ls /proc/sys/net/ipv4/conf/eth0.5 (");
    }

    @Test
    void names_br_netfilter_where_it_is_not_loaded() {
        MissingSysctlException missing = missing("net.bridge.bridge-nf-call-iptables");

        assertThat(missing)
                .hasMessage("netns red has no sysctl net.bridge.bridge-nf-call-iptables: br_netfilter is not loaded on"
                        + " this machine, so bridged frames do not pass the IP firewall; load it with: modprobe"
                        + " br_netfilter");
        assertThat(missing.isModuleMissing()).isTrue();
    }

    @Test
    void names_nf_conntrack_where_it_is_not_loaded() {
        MissingSysctlException missing = missing("net.netfilter.nf_conntrack_max");

        assertThat(missing)
                .hasMessage("netns red has no sysctl net.netfilter.nf_conntrack_max: nf_conntrack is not loaded on this"
                        + " machine; load it with: modprobe nf_conntrack");
        assertThat(missing.isModuleMissing()).isTrue();
    }

    @Test
    void does_not_blame_a_module_that_is_loaded() throws IOException {
        Files.createDirectories(sysctls.resolve("net/bridge"));

        MissingSysctlException missing = missing("net.bridge.bridge-nf-call-nothing");

        assertThat(missing)
                .hasMessage("netns red has no sysctl net.bridge.bridge-nf-call-nothing; what there is:"
                        + " ls /proc/sys/net/bridge (a device's own sysctls exist only while the device does)");
        assertThat(missing.isModuleMissing()).isFalse();
    }

    private MissingSysctlException missing(String key) {
        return MissingSysctlException.of("red", key, new NoSuchFileException(key), sysctls);
    }
}
