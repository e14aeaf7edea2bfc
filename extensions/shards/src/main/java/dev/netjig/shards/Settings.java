package dev.netjig.shards;

import java.util.Optional;
import java.util.function.Function;

/** System properties and environment variables. One that is empty counts as not set: CI engines define many so. */
final class Settings {

    private final Function<String, Optional<String>> properties;
    private final Function<String, Optional<String>> variables;

    Settings(Function<String, Optional<String>> properties, Function<String, Optional<String>> variables) {
        this.properties = properties;
        this.variables = variables;
    }

    static Settings ofThisJvm() {
        return new Settings(
                name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    Optional<Setting> property(String name) {
        return setting(name, properties);
    }

    Optional<Setting> variable(String name) {
        return setting(name, variables);
    }

    private static Optional<Setting> setting(String name, Function<String, Optional<String>> source) {
        return source.apply(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting(name, value));
    }
}
