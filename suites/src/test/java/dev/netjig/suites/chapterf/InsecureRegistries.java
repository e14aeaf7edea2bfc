package dev.netjig.suites.chapterf;

import dev.netjig.testcontainers.Engine;
import java.util.List;

/** What {@code docker system info} shows under "Insecure Registries". */
final class InsecureRegistries {

    private static final String FORMAT =
            "{{range .RegistryConfig.IndexConfigs}}{{if not .Secure}}{{.Name}}\n{{end}}{{end}}"
                    + "{{range .RegistryConfig.InsecureRegistryCIDRs}}{{.}}\n{{end}}";

    private InsecureRegistries() {}

    static List<String> of(Engine engine) {
        return engine.netns()
                .exec("docker", "-H", "unix://" + engine.socket(), "system", "info", "--format", FORMAT)
                .orThrow()
                .stdout()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
