package org.xueshi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.xueshi.bench.load.Request;
import org.xueshi.bench.load.Session;
import org.xueshi.bench.load.Timings;
import org.xueshi.bench.load.Wire;
import org.xueshi.bench.province.Places;
import org.xueshi.bench.province.Scale;

/** The pages people look at most, each asked for by one client at a time, beside one read by primary key through the same stack. */
final class Pages {

    /** The yardstick: an organization without anybody above it is one row, read by its id. */
    static final String BY_KEY = "one row by primary key";

    private static final int LEARNERS = 200;

    private final World world;
    private final Map<String, List<Request>> pages = new LinkedHashMap<>();

    Pages(World world) {
        this.world = world;
        Places places = world.places();
        Session province = world.administrator(Places.PROVINCE_BUREAU);
        Session busy = world.administrator(places.busyBureau());
        Session employer = world.administrator(places.usualEmployer());
        pages.put(BY_KEY, List.of(byKey(province)));
        pages.put("a reviewer's inbox", List.of(Request.get("/api/inbox", busy)));
        pages.put("a reviewer's declarations", List.of(Request.get("/api/declarations/waiting", busy)));
        pages.put("an employer's people", List.of(Request.get("/api/people", employer)));
        pages.put("a bureau's people", List.of(Request.get("/api/people", busy)));
        pages.put("the province's people", List.of(Request.get("/api/people", province)));
        List<Long> people = LongStream.rangeClosed(1, LEARNERS)
                .map(i -> i * (world.scale().people() / LEARNERS))
                .boxed()
                .toList();
        List<Session> learners = world.learners(people);
        pages.put(
                "a learner's year", each(learners, "/api/me/years/%d?scheme=%s".formatted(world.year(), Scale.SCHEME)));
        pages.put("a learner's years", each(learners, "/api/me/years"));
    }

    static Request byKey(Session provinceBureau) {
        return Request.get("/api/organizations/" + Places.PROVINCE_BUREAU, provinceBureau);
    }

    private static List<Request> each(List<Session> learners, String path) {
        return learners.stream().map(learner -> Request.get(path, learner)).toList();
    }

    /** The median time of each page, in milliseconds. */
    Map<String, Double> medians() {
        boolean quick = world.options().quick();
        int times = quick ? 50 : 200;
        Map<String, Double> medians = new LinkedHashMap<>();
        try (Wire wire = new Wire(world.port())) {
            List<DoubleSupplier> things = new ArrayList<>();
            pages.values().forEach(requests -> things.add(() -> median(wire, requests, times)));
            warmUp(wire, quick ? 50 : 1_000);
            double[] found = Rounds.medians(world.options().rounds(), things);
            List<String> names = List.copyOf(pages.keySet());
            for (int i = 0; i < found.length; i++) {
                medians.put(names.get(i), found[i]);
            }
        }
        return medians;
    }

    private void warmUp(Wire wire, int times) {
        pages.values().forEach(requests -> median(wire, requests, times));
    }

    private static double median(Wire wire, List<Request> requests, int times) {
        Timings timings = new Timings();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            wire.send(requests.get(i % requests.size())).demandOk();
            timings.add(System.nanoTime() - began);
        }
        return Rounds.millis(timings.median());
    }
}
