package dev.netjig.topology;

/**
 * A spec together with who asked for it.
 *
 * @param spec what is wanted
 * @param origin the annotation or builder call
 * @param <S> the kind of spec
 */
public record Declared<S extends Spec>(S spec, Origin origin) {

    @Override
    public String toString() {
        return spec + " (" + origin + ")";
    }
}
