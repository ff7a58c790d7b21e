package org.xueshi.bench;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.xueshi.bench.load.OpenLoop;
import org.xueshi.bench.load.OpenLoop.Outcome;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.province.Scale;

/** People who look at their year, and people who log in meanwhile: both come when they come, however quick the answers are. */
final class LoginTraffic {

    private static final int LEARNERS = 500;

    /** What was seen of both at the same time. */
    record Seen(Outcome others, Outcome logins) {}

    private final World world;
    private final ChallengeStock challenges;
    private final List<Request> work;
    private final int othersPerSecond;
    private final Duration time;

    LoginTraffic(World world, int othersPerSecond, Duration time) {
        this.world = world;
        this.challenges = new ChallengeStock(world);
        this.othersPerSecond = othersPerSecond;
        this.time = time;
        String path = "/api/me/years/%d?scheme=%s".formatted(world.year(), Scale.SCHEME);
        this.work = world.learners(LongStream.rangeClosed(1, LEARNERS).boxed().toList()).stream()
                .map(learner -> Request.get(path, learner))
                .toList();
    }

    /** The others alone. */
    Outcome others() {
        Supplier<Request> one = () -> work.get(ThreadLocalRandom.current().nextInt(work.size()));
        Outcome outcome = new OpenLoop(world.port()).run(othersPerSecond, time, one);
        if (outcome.accepted().count() < count(othersPerSecond)) {
            throw new IllegalStateException("The others were refused: " + outcome.answers());
        }
        return outcome;
    }

    /** The others beside so many logins a second. */
    Seen beside(int loginsPerSecond) {
        Queue<String> answers = challenges.fetch(count(loginsPerSecond));
        CompletableFuture<Outcome> logins = CompletableFuture.supplyAsync(
                () -> new OpenLoop(world.port()).run(loginsPerSecond, time, () -> login(answers.remove())),
                Thread::startVirtualThread);
        Outcome others = others();
        return new Seen(others, logins.join());
    }

    private int count(int perSecond) {
        return (int) (perSecond * time.toMillis() / 1000);
    }

    private Request login(String challenge) {
        long person = 1 + ThreadLocalRandom.current().nextInt(world.scale().people());
        return Request.post(
                "/api/session",
                null,
                "{\"role\":\"LEARNER\",\"login\":\"%s\",\"password\":\"%s\",\"challenge\":%s}"
                        .formatted(world.scale().loginOf(person), World.PASSWORD, challenge));
    }
}
