package dev.netjig.diagnosis;

import java.util.Optional;

/** One kind of kernel evidence. It says what it proves, or nothing. */
interface Witness {

    Optional<Finding> testify(Scene scene);
}
