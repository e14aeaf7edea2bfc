package dev.netjig.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets inner scopes override outer ones, for what can only be said once: the value of a sysctl and the policy of a
 * chain.
 */
final class Scopes {

    /** What can only be said once, by one declaration of a scope. */
    private record Setting(Object key, String element, String value) {

        static Optional<Setting> of(Spec spec) {
            if (spec instanceof SysctlSpec sysctl) {
                return Optional.of(new Setting(List.of(sysctl.netns(), sysctl.key()), "value", sysctl.value()));
            }
            if (spec instanceof ChainPolicySpec policy) {
                Object key = List.of(policy.netns(), policy.backend(), policy.chain());
                return Optional.of(new Setting(key, "policy", policy.policy().name()));
            }
            return Optional.empty();
        }
    }

    private final List<List<Declared<?>>> scopes = new ArrayList<>();

    /** Begins with these declarations as the outermost scope. */
    Scopes(List<Declared<?>> outermost) {
        scopes.add(new ArrayList<>(outermost));
    }

    void nest() {
        scopes.add(new ArrayList<>());
    }

    void add(Declared<?> declared) {
        scopes.get(scopes.size() - 1).add(declared);
    }

    /** Settings that contradict each other within one scope. */
    List<Problem> contradictions() {
        Findings findings = new Findings();
        for (List<Declared<?>> scope : scopes) {
            Map<Object, Declared<?>> seen = new HashMap<>();
            scope.forEach(declared -> Setting.of(declared.spec()).ifPresent(setting -> {
                Declared<?> first = seen.putIfAbsent(setting.key(), declared);
                if (first != null && !first.spec().equals(declared.spec())) {
                    findings.add(
                            declared.origin(),
                            setting.element(),
                            setting.value(),
                            "contradicts " + first.spec(),
                            "one value in one scope, here already by " + first.origin());
                }
            }));
        }
        return findings.problems();
    }

    /** All declarations from the outermost scope to the innermost, without repeated and overridden settings. */
    List<Declared<?>> merged() {
        Map<Object, Integer> scopeOfSetting = new HashMap<>();
        for (int i = 0; i < scopes.size(); i++) {
            int number = i;
            scopes.get(i)
                    .forEach(declared -> Setting.of(declared.spec())
                            .ifPresent(setting -> scopeOfSetting.put(setting.key(), number)));
        }
        List<Declared<?>> merged = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            for (Declared<?> declared : scopes.get(i)) {
                Optional<Setting> setting = Setting.of(declared.spec());
                // Removed when taken, so that a repetition within the scope finds nothing.
                if (setting.isEmpty() || scopeOfSetting.remove(setting.get().key(), i)) {
                    merged.add(declared);
                }
            }
        }
        return merged;
    }
}
