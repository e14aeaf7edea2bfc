package dev.netjig.kernel.bpf;

/** {@code BTF_KIND_*} of {@code linux/btf.h}, with what follows {@code struct btf_type} in each. */
enum BtfKind {
    VOID(0, 0, 0),
    INT(1, 4, 0),
    PTR(2, 0, 0),
    ARRAY(3, 12, 0),
    STRUCT(4, 0, 12),
    UNION(5, 0, 12),
    ENUM(6, 0, 8),
    FWD(7, 0, 0),
    TYPEDEF(8, 0, 0),
    VOLATILE(9, 0, 0),
    CONST(10, 0, 0),
    RESTRICT(11, 0, 0),
    FUNC(12, 0, 0),
    FUNC_PROTO(13, 0, 8),
    VAR(14, 4, 0),
    DATASEC(15, 0, 12),
    FLOAT(16, 0, 0),
    DECL_TAG(17, 4, 0),
    TYPE_TAG(18, 0, 0),
    ENUM64(19, 0, 12);

    private static final BtfKind[] KINDS = values();

    private final int number;
    private final int fixed;
    private final int perElement;

    BtfKind(int number, int fixed, int perElement) {
        this.number = number;
        this.fixed = fixed;
        this.perElement = perElement;
    }

    static BtfKind of(int number) {
        if (number <= 0 || number >= KINDS.length) {
            throw new BtfException("BTF has a type of the unknown kind " + number);
        }
        return KINDS[number];
    }

    int number() {
        return number;
    }

    /** Bytes after {@code struct btf_type} when it has {@code elements}, its {@code vlen}. */
    int tail(int elements) {
        return fixed + perElement * elements;
    }

    boolean isComposite() {
        return this == STRUCT || this == UNION;
    }

    /** Whether it is another name or qualification of the type that it refers to. */
    boolean isAlias() {
        return this == TYPEDEF || this == VOLATILE || this == CONST || this == RESTRICT || this == TYPE_TAG;
    }
}
