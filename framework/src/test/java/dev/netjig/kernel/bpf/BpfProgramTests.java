package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netjig.kernel.bpf.BpfProgram.Condition;
import dev.netjig.kernel.bpf.BpfProgram.Size;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bytes as {@code llvm-mc --arch=bpf -show-encoding} writes them: code, registers (src and dst), offset, constant. */
class BpfProgramTests {

    @BeforeAll
    static void the_bytes_are_little_endian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the golden bytes are little-endian");
    }

    @Test
    void moves() {
        assertThat(hex(new BpfProgram().move(Register.R0, 1))).isEqualTo("b700000001000000");
        assertThat(hex(new BpfProgram().move(Register.R6, -2))).isEqualTo("b7060000feffffff");
        assertThat(hex(new BpfProgram().move(Register.R6, Register.R1))).isEqualTo("bf16000000000000");
    }

    @Test
    void calculates() {
        assertThat(hex(new BpfProgram().add(Register.R2, -8))).isEqualTo("07020000f8ffffff");
        assertThat(hex(new BpfProgram().add(Register.R3, Register.R9))).isEqualTo("0f93000000000000");
        assertThat(hex(new BpfProgram().subtract(Register.R0, Register.R9))).isEqualTo("1f90000000000000");
        assertThat(hex(new BpfProgram().and(Register.R0, ~7))).isEqualTo("57000000f8ffffff");
    }

    @Test
    void loads_every_size() {
        assertThat(hex(new BpfProgram().load(Size.BYTE, Register.R1, Register.R6, 2)))
                .isEqualTo("7161020000000000");
        assertThat(hex(new BpfProgram().load(Size.HALF, Register.R1, Register.R6, 2)))
                .isEqualTo("6961020000000000");
        assertThat(hex(new BpfProgram().load(Size.WORD, Register.R1, Register.R6, 16)))
                .isEqualTo("6161100000000000");
        assertThat(hex(new BpfProgram().load(Size.LONG, Register.R1, Register.R10, -8)))
                .isEqualTo("79a1f8ff00000000");
    }

    @Test
    void stores_registers_and_constants() {
        assertThat(hex(new BpfProgram().store(Size.LONG, Register.R10, -8, Register.R0)))
                .isEqualTo("7b0af8ff00000000");
        assertThat(hex(new BpfProgram().store(Size.WORD, Register.R10, -4, Register.R0)))
                .isEqualTo("630afcff00000000");
        assertThat(hex(new BpfProgram().store(Size.LONG, Register.R10, -16, 0))).isEqualTo("7a0af0ff00000000");
    }

    @Test
    void adds_atomically() {
        assertThat(hex(new BpfProgram().atomicAdd(Register.R8, 0, Register.R1))).isEqualTo("db18000000000000");
    }

    @Test
    void calls_and_exits() {
        assertThat(hex(new BpfProgram().call(113).exit())).isEqualTo("8500000071000000" + "9500000000000000");
    }

    @Test
    void a_map_takes_two_instructions() {
        try (Fd map = Sys.open("/dev/null")) {
            assertThat(hex(new BpfProgram().move(Register.R1, map)))
                    .isEqualTo("18110000%02x000000".formatted(map.number()) + "0000000000000000");
        }
    }

    @Test
    void jumps_forward() {
        BpfProgram program = new BpfProgram()
                .jumpIf(Register.R0, Condition.EQ, 0, "end")
                .jumpIf(Register.R9, Condition.GE, Register.R0, "end")
                .jump("end")
                .label("end")
                .exit();

        assertThat(hex(program))
                .isEqualTo("1500020000000000" + "3d09010000000000" + "0500000000000000" + "9500000000000000");
    }

    @Test
    void jumps_back() {
        BpfProgram program = new BpfProgram().label("again").jumpIf(Register.R1, Condition.LE, 3, "again");

        assertThat(hex(program)).isEqualTo("b501ffff03000000");
    }

    @Test
    void compares_without_signs() {
        String codes = "";
        for (Condition condition : Condition.values()) {
            codes += hex(new BpfProgram().label("x").jumpIf(Register.R0, condition, 0, "x"))
                    .substring(0, 2);
        }
        assertThat(codes).as("eq gt ge ne lt le").isEqualTo("152535" + "55a5b5");
    }

    @Test
    void a_jump_needs_its_label() {
        BpfProgram program = new BpfProgram().jump("nowhere");

        assertThatThrownBy(program::assemble).hasMessage("a jump goes to nowhere, which is no label");
    }

    @Test
    void a_label_stands_once() {
        assertThatThrownBy(() -> new BpfProgram().label("a").label("a")).hasMessage("there are two labels a");
    }

    @Test
    void an_offset_that_is_too_far_is_refused() {
        assertThatThrownBy(() -> new BpfProgram().load(Size.LONG, Register.R0, Register.R1, 40_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an offset has 16 bits, got 40000");
    }

    private static String hex(BpfProgram program) {
        return HexFormat.of().formatHex(program.assemble());
    }
}
