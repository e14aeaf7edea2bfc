package dev.netjig.kernel.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetlinkConnectionTests {

    private static NetlinkConnection to(FakeKernel kernel) {
        return new NetlinkConnection(kernel, "red");
    }

    private static NetlinkConnection to(Function<List<NetlinkMessage>, List<byte[]>> kernel) {
        return to(new FakeKernel(kernel));
    }

    private static NetlinkMessage add(String object) {
        return NetlinkMessage.request(24, NlMsgFlags.NLM_F_CREATE, new PayloadWriter().s32(0), "add route", object);
    }

    private static NetlinkMessage dump() {
        return NetlinkMessage.request(26, NlMsgFlags.NLM_F_DUMP, new PayloadWriter().s32(0), "list", "routes");
    }

    private static NetlinkMessage look() {
        return NetlinkMessage.request(26, 0, new PayloadWriter().s32(0), "look up", "route");
    }

    private static List<Integer> values(List<NetlinkMessage> messages) {
        return messages.stream().map(message -> message.reader().s32()).toList();
    }

    private static ThrowableAssertAlternative<KernelException> assertRefused(Runnable exchange) {
        return assertThatExceptionOfType(KernelException.class).isThrownBy(exchange::run);
    }

    @Nested
    class Batches {

        @Test
        void go_out_in_one_datagram_each_message_with_its_own_number() {
            FakeKernel kernel = FakeKernel.granting();

            to(kernel).execute(List.of(add("a"), add("b"), add("c")));

            assertThat(kernel.sent()).hasSize(1);
            assertThat(NetlinkMessage.parseAll(kernel.sent().get(0)))
                    .extracting(message -> message.header().sequence())
                    .containsExactly(1, 2, 3);
        }

        @Test
        void ask_for_an_acknowledgement_of_each_message() {
            FakeKernel kernel = FakeKernel.granting();

            to(kernel).execute(List.of(add("a"), add("b")));

            assertThat(NetlinkMessage.parseAll(kernel.sent().get(0)))
                    .extracting(message -> message.header().flags())
                    .containsOnly(NlMsgFlags.NLM_F_REQUEST | NlMsgFlags.NLM_F_ACK | NlMsgFlags.NLM_F_CREATE);
        }

        @Test
        void may_be_empty() {
            FakeKernel kernel = FakeKernel.granting();

            to(kernel).execute(List.of());

            assertThat(kernel.sent()).isEmpty();
        }

        @Test
        void go_on_numbering_where_the_last_one_ended() {
            FakeKernel kernel = FakeKernel.granting();
            NetlinkConnection connection = to(kernel);
            connection.execute(List.of(add("a"), add("b")));

            connection.execute(List.of(add("c")));

            assertThat(NetlinkMessage.parseAll(kernel.sent().get(1))
                            .get(0)
                            .header()
                            .sequence())
                    .isEqualTo(3);
        }

        @Test
        void of_many_messages_take_several_datagrams() {
            FakeKernel kernel = FakeKernel.granting();

            to(kernel).execute(routes(250));

            assertThat(kernel.sent())
                    .extracting(datagram -> NetlinkMessage.parseAll(datagram).size())
                    .containsExactly(100, 100, 50);
        }

        @Test
        void of_large_messages_take_several_datagrams() {
            FakeKernel kernel = FakeKernel.granting();
            PayloadWriter large = new PayloadWriter().bytes(new byte[20_000]);
            NetlinkMessage message = NetlinkMessage.request(24, 0, large, "add", "much");

            to(kernel).execute(List.of(message, message, add("a")));

            assertThat(kernel.sent())
                    .extracting(datagram -> NetlinkMessage.parseAll(datagram).size())
                    .containsExactly(1, 2);
        }

        @Test
        void accept_acknowledgements_in_any_number_of_datagrams() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.join(FakeKernel.acknowledge(messages.get(0)), FakeKernel.acknowledge(messages.get(1))),
                    FakeKernel.acknowledge(messages.get(2))));

            assertThatCode(() -> connection.execute(List.of(add("a"), add("b"), add("c"))))
                    .doesNotThrowAnyException();
        }

        @Test
        void fail_with_the_first_message_that_is_refused() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.acknowledge(messages.get(0)),
                    FakeKernel.refuse(messages.get(1), Errno.EEXIST),
                    FakeKernel.refuse(messages.get(2), Errno.ENODEV)));

            assertRefused(() -> connection.execute(List.of(add("a"), add("b"), add("c"))))
                    .withMessage("cannot add route b in netns red: File exists (EEXIST)")
                    .satisfies(refused -> assertThat(refused.batchIndex()).hasValue(1));
        }

        @Test
        void count_the_refused_message_from_the_start_of_the_batch() {
            NetlinkConnection connection = to(messages -> messages.stream()
                    .map(message -> message.header().sequence() == 151
                            ? FakeKernel.refuse(message, Errno.EEXIST)
                            : FakeKernel.acknowledge(message))
                    .toList());

            assertRefused(() -> connection.execute(routes(250)))
                    .withMessageContaining("add route 150 ")
                    .satisfies(refused -> assertThat(refused.batchIndex()).hasValue(150));
        }

        @Test
        void stop_after_the_datagram_with_the_refused_message() {
            FakeKernel kernel = new FakeKernel(messages -> messages.stream()
                    .map(message -> FakeKernel.refuse(message, Errno.EPERM))
                    .toList());

            assertRefused(() -> to(kernel).execute(routes(250)));

            assertThat(kernel.sent()).hasSize(1);
        }

        @Test
        void leave_the_connection_usable_when_they_fail() {
            List<Errno> errors = new ArrayList<>(List.of(Errno.EEXIST));
            NetlinkConnection connection = to(messages -> messages.stream()
                    .map(message -> errors.isEmpty()
                            ? FakeKernel.acknowledge(message)
                            : FakeKernel.refuse(message, errors.remove(0)))
                    .toList());
            assertRefused(() -> connection.execute(List.of(add("a"), add("b"))));

            assertThatCode(() -> connection.execute(List.of(add("c")))).doesNotThrowAnyException();
        }

        private static List<NetlinkMessage> routes(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> add(Integer.toString(i)))
                    .toList();
        }
    }

    @Nested
    class Dumps {

        @Test
        void are_put_together_from_their_parts() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.join(FakeKernel.part(messages.get(0), 0, 1), FakeKernel.part(messages.get(0), 0, 2)),
                    FakeKernel.part(messages.get(0), 0, 3),
                    FakeKernel.done(messages.get(0), 0, 0)));

            assertThat(values(connection.request(dump()))).containsExactly(1, 2, 3);
        }

        @Test
        void may_end_in_the_datagram_of_the_last_part() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.join(FakeKernel.part(messages.get(0), 0, 1), FakeKernel.done(messages.get(0), 0, 0))));

            assertThat(values(connection.request(dump()))).containsExactly(1);
        }

        @Test
        void may_be_empty() {
            NetlinkConnection connection = to(messages -> List.of(FakeKernel.done(messages.get(0), 0, 0)));

            assertThat(connection.request(dump())).isEmpty();
        }

        @Test
        void are_repeated_when_the_table_changed_meanwhile() {
            List<Integer> interruptions = new ArrayList<>(List.of(NlMsgFlags.NLM_F_DUMP_INTR, 0));
            FakeKernel kernel = new FakeKernel(messages -> {
                int flag = interruptions.remove(0);
                return List.of(
                        FakeKernel.part(messages.get(0), flag, flag == 0 ? 2 : 1),
                        FakeKernel.done(messages.get(0), 0, 0));
            });

            assertThat(values(to(kernel).request(dump()))).containsExactly(2);
            assertThat(kernel.sent()).hasSize(2);
        }

        @Test
        void are_repeated_when_only_their_end_says_so() {
            List<Integer> interruptions = new ArrayList<>(List.of(NlMsgFlags.NLM_F_DUMP_INTR, 0));
            FakeKernel kernel =
                    new FakeKernel(messages -> List.of(FakeKernel.done(messages.get(0), interruptions.remove(0), 0)));

            assertThat(to(kernel).request(dump())).isEmpty();
            assertThat(kernel.sent()).hasSize(2);
        }

        @Test
        void are_given_up_when_the_table_never_rests() {
            NetlinkConnection connection =
                    to(messages -> List.of(FakeKernel.done(messages.get(0), NlMsgFlags.NLM_F_DUMP_INTR, 0)));

            assertRefused(() -> connection.request(dump()))
                    .withMessage("cannot list routes in netns red:"
                            + " the table changed each of the 10 times that it was read");
        }

        @Test
        void fail_with_the_error_at_their_end() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.part(messages.get(0), 0, 1),
                    FakeKernel.done(messages.get(0), 0, Errno.EMSGSIZE.number())));

            assertRefused(() -> connection.request(dump()))
                    .withMessage("cannot list routes in netns red: Message too long (EMSGSIZE)");
        }

        @Test
        void fail_when_the_kernel_refuses_them() {
            NetlinkConnection connection =
                    to(messages -> List.of(FakeKernel.refuse(messages.get(0), Errno.EOPNOTSUPP)));

            assertRefused(() -> connection.request(dump()))
                    .withMessage("cannot list routes in netns red: Operation not supported (EOPNOTSUPP)");
        }

        @Test
        void fail_when_the_kernel_reports_lost_data() {
            NetlinkConnection connection = to(messages -> List.of(FakeKernel.message(
                    NlMsgHdr.NLMSG_OVERRUN, 0, messages.get(0), FakeKernel.PORT, new PayloadWriter())));

            assertRefused(() -> connection.request(dump()))
                    .withMessage("cannot list routes in netns red: the kernel reports lost data");
        }

        @Test
        void do_not_take_the_rest_of_one_that_was_given_up_for_their_own() {
            List<Integer> attempts = new ArrayList<>(List.of(1, 2));
            NetlinkConnection connection = to(messages -> attempts.remove(0) == 1
                    ? List.of(
                            FakeKernel.part(messages.get(0), 0, 1),
                            FakeKernel.lost(),
                            FakeKernel.part(messages.get(0), 0, 2),
                            FakeKernel.done(messages.get(0), 0, 0))
                    : List.of(FakeKernel.part(messages.get(0), 0, 3), FakeKernel.done(messages.get(0), 0, 0)));
            assertRefused(() -> connection.request(dump()))
                    .withMessage("cannot recv from netlink in netns red: No buffer space available (ENOBUFS)");

            assertThat(values(connection.request(dump()))).containsExactly(3);
        }
    }

    @Nested
    class Answers {

        @Test
        void come_alone_to_a_request_for_one() {
            NetlinkConnection connection = to(messages ->
                    List.of(FakeKernel.message(24, 0, messages.get(0), FakeKernel.PORT, new PayloadWriter().s32(5))));

            assertThat(connection.get(look()).reader().s32()).isEqualTo(5);
        }

        @Test
        void in_another_number_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of(FakeKernel.done(messages.get(0), 0, 0)));

            assertRefused(() -> connection.get(look()))
                    .withMessage("cannot look up route in netns red: one answer expected, got 0");
        }

        @Test
        void to_a_request_that_was_never_sent_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of(FakeKernel.message(
                    NlMsgHdr.NLMSG_ERROR, 0, messages.get(0).header().sequence() + 1, FakeKernel.PORT, ok())));

            assertRefused(() -> connection.execute(List.of(add("a"))))
                    .withMessage(
                            "cannot add route a in netns red:" + " answer with sequence number 2 to a request with 1");
        }

        @Test
        void for_another_socket_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.acknowledge(messages.get(0)),
                    FakeKernel.message(NlMsgHdr.NLMSG_ERROR, 0, messages.get(1), -1, ok())));

            assertRefused(() -> connection.execute(List.of(add("a"), add("b"))))
                    .withMessage("cannot add route b in netns red:"
                            + " answer for port 4294967295 on the socket with port 4711");
        }

        @Test
        void out_of_order_are_an_error() {
            NetlinkConnection connection = to(messages ->
                    List.of(FakeKernel.acknowledge(messages.get(1)), FakeKernel.acknowledge(messages.get(0))));

            assertRefused(() -> connection.execute(List.of(add("a"), add("b"))))
                    .withMessageContaining("answer with sequence number 2 to a request with 1");
        }

        @Test
        void that_are_no_acknowledgement_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of(FakeKernel.part(messages.get(0), 0, 1)));

            assertRefused(() -> connection.execute(List.of(add("a"))))
                    .withMessage(
                            "cannot add route a in netns red:" + " acknowledgement expected, got a message of type 16");
        }

        @Test
        void that_never_come_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of());

            assertRefused(() -> connection.execute(List.of(add("a"))))
                    .withMessage("cannot add route a in netns red: no answer within 10 s");
        }

        @Test
        void may_come_after_notifications() {
            NetlinkConnection connection = to(messages -> List.of(
                    FakeKernel.message(16, 0, 0, 0, new PayloadWriter().s32(0)),
                    FakeKernel.acknowledge(messages.get(0))));

            assertThatCode(() -> connection.execute(List.of(add("a")))).doesNotThrowAnyException();
        }

        @Test
        void that_are_malformed_are_an_error() {
            NetlinkConnection connection = to(messages -> List.of(new byte[] {1, 2, 3}));

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> connection.execute(List.of(add("a"))))
                    .withMessage("malformed netlink message at byte 0: 4 bytes wanted, 3 left");
        }

        private static PayloadWriter ok() {
            return new PayloadWriter().bytes(new byte[20]);
        }
    }
}
