package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.druid.server.security.AuthConfig;

/**
 * Servlet filter that refuses requests from web pages of other origins. Druid has no users and listens on the loopback
 * address, which every page in a browser on this machine can reach: by address, or by a host name that resolves to it.
 * Programs send neither {@code Origin} nor {@code Sec-Fetch-Site}, and their {@code Host} is the address that they were
 * given.
 */
final class BrowserGuard implements Filter {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    public void init(FilterConfig config) {
        // The filter needs no initialisation.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (isAllowed(asked.getHeader("Host"), asked.getHeader("Origin"), asked.getHeader("Sec-Fetch-Site"))) {
            chain.doFilter(request, response);
        } else {
            // Druid answers 500 if no filter has marked the request as authorization-checked.
            request.setAttribute(AuthConfig.DRUID_AUTHORIZATION_CHECKED, false);
            HttpServletResponse refused = (HttpServletResponse) response;
            refused.setStatus(HttpServletResponse.SC_FORBIDDEN);
            refused.setContentType("text/plain;charset=utf-8");
            // Not the writer: Druid has already opened the response's stream.
            refused.getOutputStream()
                    .write(
                            ("Other sites and other names than 127.0.0.1 are refused. People reach Druid through the API, at"
                                            + " /dashboards/druid/unified-console.html.\n")
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void destroy() {
        // The filter holds no resources.
    }

    static boolean isAllowed(String host, String origin, String site) {
        return host != null
                && HOSTS.contains(host.replaceFirst(":\\d+$", ""))
                && (origin == null || origin.equals("http://" + host))
                && (site == null || OWN_SITES.contains(site));
    }
}
