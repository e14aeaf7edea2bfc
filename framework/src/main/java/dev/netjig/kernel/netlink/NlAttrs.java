package dev.netjig.kernel.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The attributes of a message or of a nested attribute. Unknown ones are there too; nobody has to look at them. */
public final class NlAttrs {

    private static final NlAttrs NONE = new NlAttrs(List.of());

    private final List<NlAttr> all;

    private NlAttrs(List<NlAttr> all) {
        this.all = all;
    }

    /** Reads attributes up to the end of {@code in}. */
    public static NlAttrs parse(PayloadReader in) {
        List<NlAttr> all = new ArrayList<>();
        while (in.remaining() > 0) {
            all.add(NlAttr.parse(in));
        }
        return new NlAttrs(all);
    }

    public List<NlAttr> all() {
        return List.copyOf(all);
    }

    /** The attribute of this type; the last one if there are several, as the kernel reads them. */
    public Optional<NlAttr> find(int type) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).type() == type) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    public OptionalInt s32(int type) {
        return find(type).map(attribute -> OptionalInt.of(attribute.s32())).orElse(OptionalInt.empty());
    }

    public Optional<String> text(int type) {
        return find(type).map(NlAttr::text);
    }

    /** The attributes in the attribute of this type; none if it is absent. */
    public NlAttrs nested(int type) {
        return find(type).map(NlAttr::nested).orElse(NONE);
    }
}
