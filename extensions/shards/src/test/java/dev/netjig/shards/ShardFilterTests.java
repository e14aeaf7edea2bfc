package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class ShardFilterTests {

    private final Node root = new Node("engine", Optional.empty());
    private final Node outer = root.with("outer", ClassSource.from("a.Outer"));
    private final Node method = outer.with("method", MethodSource.from("a.Outer", "method"));
    private final Node nested = outer.with("nested", ClassSource.from("b.Base$Nested"));
    private final Node inner = nested.with("inner", MethodSource.from("b.Base$Nested", "inner"));
    private final Node alone = root.with("alone", ClassSource.from("a.Outer$Alone"));
    private final Node feature = root.with("feature");
    private final Node scenario = feature.with("scenario");

    @Test
    void without_settings_everything_stays() {
        ShardFilter filter = new ShardFilter(GivenSettings.variables(Map.of()), () -> false);

        assertThat(List.of(root, outer, method, nested, inner, alone, feature, scenario))
                .allMatch(descriptor -> filter.apply(descriptor).included());
    }

    @Test
    void engines_always_stay() {
        assertThat(IntStream.rangeClosed(1, 9).filter(i -> keeps(i, root))).hasSize(9);
    }

    @Test
    void all_of_a_top_level_class_stays_together() {
        int shard = owner(outer);

        assertThat(List.of(method, nested, inner, alone)).allMatch(descriptor -> owner(descriptor) == shard);
        assertThat(shard).isEqualTo(new HashSplit(9).shardOf("a.Outer"));
    }

    @Test
    void what_has_no_class_stays_with_what_it_is_in() {
        assertThat(owner(scenario)).isEqualTo(owner(feature));
    }

    @Test
    void what_a_test_discovers_is_not_split() {
        ShardFilter filter = new ShardFilter(GivenSettings.variables(Map.of("NETJIG_SHARD", "no shard")), () -> true);

        assertThat(filter.apply(outer).included()).isTrue();
    }

    @Test
    void this_test_runs_in_a_plan() {
        assertThat(RunningPlans.any()).isTrue();
    }

    /** Exactly one of nine shards keeps it. */
    private static int owner(TestDescriptor descriptor) {
        int[] owners =
                IntStream.rangeClosed(1, 9).filter(i -> keeps(i, descriptor)).toArray();
        assertThat(owners).hasSize(1);
        return owners[0];
    }

    private static boolean keeps(int shard, TestDescriptor descriptor) {
        return new ShardFilter(GivenSettings.variables(Map.of("NETJIG_SHARD", shard + "/9")), () -> false)
                .apply(descriptor)
                .included();
    }

    private static final class Node extends AbstractTestDescriptor {

        Node(String name, Optional<TestSource> source) {
            this(UniqueId.forEngine(name), name, source);
        }

        private Node(UniqueId id, String name, Optional<TestSource> source) {
            super(id, name, source.orElse(null));
        }

        Node with(String name, TestSource... source) {
            Node child = new Node(
                    getUniqueId().append("node", name),
                    name,
                    List.of(source).stream().findFirst());
            addChild(child);
            return child;
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }
}
