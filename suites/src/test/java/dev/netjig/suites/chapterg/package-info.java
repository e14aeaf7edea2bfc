/**
 * The document on TLS for the daemon: a CA, certificates for the server and the client by openssl, {@code --tlsverify}.
 *
 * <p>What the document has wrong today: {@code req -new} makes no CA without {@code -x509}, {@code genrsa -des3} asks for a
 * pass phrase, a docker command wants a subjectAltName and no Common Name, {@code docker -d} is {@code dockerd}, and two
 * typing errors.
 */
@Chapter("TLS for the daemon")
@NullMarked
package dev.netjig.suites.chapterg;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
