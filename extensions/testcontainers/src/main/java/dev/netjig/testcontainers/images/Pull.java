package dev.netjig.testcontainers.images;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for an image. That it cannot be pulled is an answer here: docker-java's own callbacks would log it as an error. */
final class Pull implements ResultCallback<PullResponseItem> {

    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private volatile @Nullable Closeable connection;

    @Override
    public void onStart(Closeable closeable) {
        connection = closeable;
    }

    @Override
    public void onNext(PullResponseItem item) {
        if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            end.completeExceptionally(new DockerClientException(
                    String.valueOf(item.getErrorDetail().getMessage())));
        }
    }

    @Override
    public void onError(Throwable throwable) {
        end.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Ends when the image is there; a failure is thrown as it came. */
    void await(Duration limit) throws InterruptedException, TimeoutException, IOException {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new DockerClientException(String.valueOf(failed.getCause()), failed.getCause());
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        Closeable open = connection;
        if (open != null) {
            open.close();
        }
    }
}
