package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelSymbolsTests {

    private final KernelSymbols symbols = new KernelSymbols(List.of(
            "ffffffff81000000 T _text",
            "ffffffff81c0a2b0 T nf_hook_slow",
            "ffffffff81c0a2b0 t nf_hook_slow_alias",
            "ffffffff81c0a300 D some_data",
            "ffffffffc0201000 t nft_do_chain\t[nf_tables]",
            "garbage",
            "",
            "zz T broken"));

    @Test
    void finds_the_function_around_an_address() {
        assertThat(symbols.find(0xffffffff81c0a34aL))
                .hasValueSatisfying(function -> assertThat(function).hasToString("nf_hook_slow+0x9a"));
    }

    @Test
    void finds_functions_of_modules() {
        assertThat(symbols.find(0xffffffffc0201000L)).contains(new KernelSymbol("nft_do_chain [nf_tables]", 0));
    }

    @Test
    void far_from_every_function_is_nothing() {
        assertThat(symbols.find(0xffffffffc1000000L)).isEmpty();
        assertThat(symbols.find(0x1000)).isEmpty();
    }

    @Test
    void hidden_addresses_say_nothing() {
        KernelSymbols hidden =
                new KernelSymbols(List.of("0000000000000000 T _text", "0000000000000000 T nf_hook_slow"));

        assertThat(hidden.find(0x10)).isEmpty();
    }
}
