package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Server;
import java.util.List;
import java.util.Map;

/** A server, with what people and the preflight want to know of it. */
public interface PlatformServer extends Server {
    /** Its name in sentences. */
    String title();

    /** The version that runs. */
    String version();

    /** Ports that must be free for it; the first is the one to name. None if it only asks others. */
    List<Port> ports();

    /** Memory that it takes, in MiB. */
    int memoryMib();

    /** Addresses for people, by what is found there. */
    Map<String, String> links();
}
