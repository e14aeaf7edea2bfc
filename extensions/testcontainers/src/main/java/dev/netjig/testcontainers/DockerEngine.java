package dev.netjig.testcontainers;

import dev.netjig.jupiter.SharedTestbed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a Docker engine of the test's own in a namespace of its topology; on a parameter, selects the one to inject.
 *
 * <p>On a class there is one topology and one engine for all of its tests, as with {@link SharedTestbed}, which this
 * annotation brings along; on a method the engine is the test's alone. The engine begins with no image but those that
 * are asked for, no container and its default networks, ends with its testbed, and leaves nothing behind. Where the machine has no Docker, the tests are
 * skipped; with {@code netjig.strict=true} they fail.
 *
 * <p>The engine finds the node as the topology has made it: with {@code ip_forward} 0, which is netjig's default, it sets
 * the policy of FORWARD to DROP; with 1 it leaves the policy alone.
 *
 * <pre>{@code
 * @Internet
 * @DockerEngine
 * class AContainer {
 *
 *     @Test
 *     void has_a_network(Engine engine) {
 *         NetworkNamespace web = engine.container(engine.run("web", "sleep", "600"));
 *         assertThat(web).canReach("8.8.8.8");
 *     }
 * }
 * }</pre>
 *
 * <p>Equal by hand: {@code nsenter --net=/run/netns/node unshare --mount --pid --uts --ipc --fork dockerd …}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@SharedTestbed
@Repeatable(DockerEngine.List.class)
@ExtendWith(DockerEngineExtension.class)
public @interface DockerEngine {

    /** The namespace that it runs in. */
    String netns() default "node";

    /** Options of {@code dockerd} besides those that netjig sets, one word each. Means nothing on a parameter. */
    String[] options() default {};

    /** The text of {@code /etc/docker/daemon.json}; no such file unless told. Means nothing on a parameter. */
    String daemonJson() default "";

    /**
     * Images that the engine has before the first test, by their names in netjig's catalogue, such as {@code alpine:3.8}:
     * see {@link Engine#images}. Means nothing on a parameter.
     */
    String[] images() default {};

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @SharedTestbed
    @ExtendWith(DockerEngineExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        DockerEngine[] value();
    }
}
