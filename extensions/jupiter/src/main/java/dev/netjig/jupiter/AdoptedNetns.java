package dev.netjig.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stands on an annotation for fields, and says that each such field of a test class stands for a namespace that somebody
 * else makes: the topology has one of the name that the annotation's element {@code value} says, as {@link Netns#adopted}
 * declares it. An extension of the annotation's own gives it to the testbed.
 *
 * <p>Equal by hand: {@code ip netns attach web PID}.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(NetjigExtension.class)
public @interface AdoptedNetns {}
