package org.zoneregistry.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does several things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** All results, in the order of the tasks; fails if one does. */
    public static <T> List<T> run(List<? extends Callable<T>> tasks) throws InterruptedException {
        var barrier = new CyclicBarrier(tasks.size());
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var futures = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        barrier.await();
                        return task.call();
                    }))
                    .toList();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
        return results;
    }

    /** All results of a task that runs several times at once. */
    public static <T> List<T> run(int times, Callable<T> task) throws InterruptedException {
        return run(IntStream.range(0, times).mapToObj(same -> task).toList());
    }
}
