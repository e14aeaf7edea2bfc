package dev.netjig.suites.chapterg;

import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.NetworkNamespace;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The document's certificates, and some that a daemon must refuse, as openssl makes them in a directory. Both CAs have one
 * name: a client in Java keeps a certificate to itself if the daemon does not name its issuer.
 */
final class Certificates {

    private static final String MAKE = """
            umask 077
            ca() {
                openssl genrsa -out $1-key.pem 2048
                openssl req -new -x509 -days 365 -key $1-key.pem -subj "/CN=CA of netjig" -out $1.pem
            }
            # NAME CA DAYS EXTENSION
            cert() {
                openssl genrsa -out $1-key.pem 2048
                openssl req -new -key $1-key.pem -subj "/CN=$1" -out $1.csr
                echo "$4" >$1.cnf
                openssl x509 -req -days $3 -in $1.csr -CA $2.pem -CAkey $2-key.pem -CAcreateserial -extfile $1.cnf -out $1.pem
                openssl pkcs12 -export -in $1.pem -inkey $1-key.pem -passout pass:netjig -out $1.p12
            }
            ca ca
            ca other-ca
            cert server ca 365 subjectAltName=DNS:docker.example.com,IP:127.0.0.1
            cert client ca 365 extendedKeyUsage=clientAuth
            cert foreign other-ca 365 extendedKeyUsage=clientAuth
            cert expired ca -1 extendedKeyUsage=clientAuth
            cert misused ca 365 extendedKeyUsage=serverAuth
            """;

    /** The document's steps for a daemon whose name is localhost, with -x509, and with pass phrases from a file. */
    private static final String DOCUMENT = """
            umask 022
            echo secret >phrase
            echo 01 >ca.srl
            openssl genrsa -des3 -passout file:phrase -out ca-key.pem 2048
            openssl req -new -x509 -days 365 -key ca-key.pem -passin file:phrase -subj /CN=ca -out ca.pem
            # NAME SUBJECT OPTIONS OF x509
            cert() {
                openssl genrsa -des3 -passout file:phrase -out $1-key-with-phrase.pem 2048
                openssl req -new -key $1-key-with-phrase.pem -passin file:phrase -subj $2 -out $1.csr
                openssl x509 -req -days 365 -in $1.csr -CA ca.pem -CAkey ca-key.pem -passin file:phrase -out $1.pem ${3:-}
                openssl rsa -in $1-key-with-phrase.pem -passin file:phrase -out $1-key.pem
            }
            cert server /CN=localhost
            echo extendedKeyUsage = clientAuth >extfile.cnf
            cert client /CN=client "-extfile extfile.cnf"
            chmod 600 ca-key.pem server-key.pem client-key.pem
            openssl pkcs12 -export -in client.pem -inkey client-key.pem -passout pass:netjig -out client.p12
            """;

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    static Certificates make(NetworkNamespace node, Path directory) {
        shell(node, directory, MAKE).orThrow();
        return new Certificates(directory);
    }

    /** As the document makes them; the daemon's has a Common Name and no subjectAltName. */
    static Certificates makeAsInTheDocument(NetworkNamespace node, Path directory) {
        shell(node, directory, "set -e\n" + DOCUMENT).orThrow();
        return new Certificates(directory);
    }

    /** The options of {@code dockerd} that put it behind these. */
    String[] daemonOptions() {
        return new String[] {
            "--tlsverify",
            "--tlscacert=" + file("ca.pem"),
            "--tlscert=" + file("server.pem"),
            "--tlskey=" + file("server-key.pem"),
            "--host=tcp://127.0.0.1:2376"
        };
    }

    static CommandResult shell(NetworkNamespace node, Path directory, String script) {
        return node.shell("cd " + directory + "\n" + script);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** A client that trusts {@code ca} and shows the certificate {@code client}; none if that is empty. */
    SSLContext context(String ca, String client) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(file(ca + ".pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (!client.isEmpty()) {
            try (InputStream in = Files.newInputStream(file(client + ".p12"))) {
                own.load(in, "netjig".toCharArray());
            }
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, "netjig".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
