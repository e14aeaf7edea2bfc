package dev.netjig.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrnoTests {

    @ParameterizedTest
    @CsvSource({
        "1, EPERM, Operation not permitted",
        "11, EAGAIN, Resource temporarily unavailable",
        "22, EINVAL, Invalid argument",
        "35, EDEADLK, Resource deadlock avoided",
        "95, EOPNOTSUPP, Operation not supported",
        "101, ENETUNREACH, Network is unreachable",
        "133, EHWPOISON, Memory page has hardware error",
    })
    void knows_symbol_and_text(int number, String symbol, String message) {
        assertThat(Errno.of(number)).hasToString(symbol + ", " + message);
    }

    @Test
    void constants_are_equal_to_what_the_kernel_sends() {
        assertThat(Errno.of(113)).isEqualTo(Errno.EHOSTUNREACH);
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 58, 134, 524, Integer.MAX_VALUE})
    void prints_numbers_without_a_name(int number) {
        assertThat(Errno.of(number)).hasToString("errno " + number + ", Unknown error " + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refuses_what_is_no_errno(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errno.of(number))
                .withMessage("an errno is positive, got " + number);
    }
}
