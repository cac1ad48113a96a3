package com.fusioncommerce.trials.bench.peers;

import com.fusioncommerce.trials.bench.BenchRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running peer: PostgreSQL with its filled database, and its own processes. */
final class PeerShop implements MeasuredShop {
    private static final int OK = 200;

    private final Peer peer;
    private final int lines;
    private final Journey journey;
    private final Postgres postgres;
    private final List<Child> servers;
    private final long startedInMs;
    private final String durability;

    private PeerShop(
            Peer peer,
            int lines,
            Journey journey,
            Postgres postgres,
            List<Child> servers,
            long startedInMs,
            String durability) {
        this.peer = peer;
        this.lines = lines;
        this.journey = journey;
        this.postgres = postgres;
        this.servers = servers;
        this.startedInMs = startedInMs;
        this.durability = durability;
    }

    /** Installs and fills the peer if necessary, and starts it. */
    static PeerShop open(BenchRun run, Harness harness, Peer peer, int lines) throws IOException, InterruptedException {
        install(run, harness, peer);
        run.say("starting PostgreSQL");
        Postgres postgres = Postgres.start(harness);
        List<Child> servers = new ArrayList<>();
        try {
            fill(run, harness, peer, postgres);
            postgres.restore(peer.id());
            String durability = "PostgreSQL: fsync " + postgres.setting("fsync") + ", synchronous_commit "
                    + postgres.setting("synchronous_commit");
            run.say("starting %s", peer.title());
            long began = System.nanoTime();
            for (Peer.Server server : peer.servers()) {
                servers.add(harness.start(server.name(), peer.folder(harness), server.command()));
            }
            servers.get(0).await(peer.title(), () -> answers(harness, peer));
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            return new PeerShop(peer, lines, peer.journey(harness, lines), postgres, servers, took, durability);
        } catch (IOException | InterruptedException | RuntimeException e) {
            stop(servers, postgres);
            throw e;
        }
    }

    private static void install(BenchRun run, Harness harness, Peer peer) throws IOException, InterruptedException {
        if (!Postgres.isInstalled()) {
            throw new IOException("PostgreSQL 15 is missing, which " + peer.title()
                    + " needs: apt-get install postgresql, or leave it out with --only fusion");
        }
        if (!Files.isDirectory(peer.folder(harness).resolve("node_modules"))) {
            run.say("installing %s (some minutes, once)", peer.title());
            harness.command(peer.folder(harness), List.of("npm", "install", "--no-audit", "--no-fund"), Map.of());
        }
    }

    private static void fill(BenchRun run, Harness harness, Peer peer, Postgres postgres)
            throws IOException, InterruptedException {
        if (!postgres.isFilled(peer.id()) || !peer.isFilledIn(harness)) {
            run.say("filling %s with %,d products (some minutes, once)", peer.title(), Goods.PRODUCTS);
            postgres.empty(peer.id());
            peer.fill(harness);
            postgres.keep(peer.id());
        }
    }

    private static boolean answers(Harness harness, Peer peer) {
        try (HttpConnection http = new HttpConnection(base(peer))) {
            return peer.look(http, harness).status() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI base(Peer peer) {
        return URI.create("http://127.0.0.1:" + peer.port());
    }

    @Override
    public String name() {
        return peer.title();
    }

    @Override
    public URI base() {
        return base(peer);
    }

    @Override
    public String adapter() {
        return lines == 1 ? peer.id() : "two-lines";
    }

    @Override
    public Map<String, String> adapterSettings() {
        return Map.of("PEER", peer.id());
    }

    @Override
    public Journey journey() {
        return journey;
    }

    @Override
    public Set<Long> servers() {
        return servers.stream().map(Child::pid).collect(Collectors.toSet());
    }

    @Override
    public Set<Long> processes() {
        Set<Long> all = new HashSet<>(servers());
        all.add(postgres.pid());
        return all;
    }

    @Override
    public long startedInMs() {
        return startedInMs;
    }

    @Override
    public String durability() {
        return durability;
    }

    @Override
    public void close() throws IOException {
        stop(servers, postgres);
    }

    private static void stop(List<Child> servers, Postgres postgres) throws IOException {
        for (Child server : servers) {
            server.close();
        }
        postgres.close();
    }
}
