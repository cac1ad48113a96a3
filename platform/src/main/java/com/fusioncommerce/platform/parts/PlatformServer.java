package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Server;
import java.util.List;
import java.util.Map;

/** A server with the details that status output and the preflight need. */
public interface PlatformServer extends Server {
    /** The server's name in messages. */
    String title();

    /** The server's version. */
    String version();

    /** Ports that must be free; messages name the first. Empty for a server that listens on none. */
    List<Port> ports();

    /** Memory that the server takes, in MiB. */
    int memoryMib();

    /** URLs for people, by what is found there. */
    Map<String, String> links();
}
