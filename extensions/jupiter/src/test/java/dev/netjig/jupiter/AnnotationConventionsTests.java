package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;

/** What every annotation must have so that it works wherever its Javadoc says. */
class AnnotationConventionsTests {

    private static final List<Class<? extends Annotation>> REPEATABLE = List.of(
            Netns.class,
            VethPair.class,
            Bridge.class,
            Address.class,
            Route.class,
            Sysctl.class,
            ChainPolicy.class,
            Masquerade.class,
            FirewallRule.class);

    static Stream<Class<? extends Annotation>> all() {
        return Stream.concat(
                REPEATABLE.stream(), Stream.of(Firewall.class, Internet.class, SharedTestbed.class, Peer.class));
    }

    static Stream<Class<? extends Annotation>> forTests() {
        return all().filter(type -> type != Peer.class);
    }

    static Stream<Class<? extends Annotation>> repeatable() {
        return REPEATABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_public_documented_and_there_at_run_time(Class<? extends Annotation> type) {
        assertThat(type).isPublic().hasAnnotation(Documented.class);
        assertThat(type.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
    }

    @ParameterizedTest
    @MethodSource("forTests")
    void is_inherited_and_registers_the_extension(Class<? extends Annotation> type) {
        assertThat(type).hasAnnotation(Inherited.class);
        assertThat(AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class))
                .flatExtracting(extend -> List.of(extend.value()))
                .contains(NetjigExtension.class);
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void may_stand_on_types_and_methods(Class<? extends Annotation> type) {
        assertThat(type.getAnnotation(Target.class).value()).contains(ElementType.TYPE, ElementType.METHOD);
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void has_its_container_inside_which_registers_the_extension_too(Class<? extends Annotation> type) {
        Class<? extends Annotation> container =
                type.getAnnotation(Repeatable.class).value();

        assertThat(container.getDeclaringClass()).isEqualTo(type);
        assertThat(container).hasAnnotations(Inherited.class, ExtendWith.class);
    }
}
