package dev.netjig.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that loads a program into the kernel, as only root may. Elsewhere it is skipped with the reason; where root
 * cannot either, it fails with the same text if {@code -Dnetjig.strict=true}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BpfCondition.class)
public @interface NeedsBpf {}
