package dev.netjig.shards;

import java.util.Map;
import java.util.Optional;

/** Settings of a test. */
final class GivenSettings {

    private GivenSettings() {}

    static Settings variables(Map<String, String> variables) {
        return of(Map.of(), variables);
    }

    static Settings properties(Map<String, String> properties) {
        return of(properties, Map.of());
    }

    static Settings of(Map<String, String> properties, Map<String, String> variables) {
        return new Settings(
                name -> Optional.ofNullable(properties.get(name)), name -> Optional.ofNullable(variables.get(name)));
    }
}
