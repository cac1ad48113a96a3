package com.fusioncommerce.flink.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaders;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;

/**
 * Refuses requests of foreign web pages, and requests that would end a job. Flink's REST API has no authentication and
 * listens on the loopback address, which every page in a browser on this machine can reach: by the address, or by a
 * host name that resolves to it. Programs send neither {@code Origin} nor {@code Sec-Fetch-Site}, and send a {@code
 * Host} that is the loopback address.
 */
final class BrowserGuard extends ChannelInboundHandlerAdapter {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    /** Paths on which a plain GET, PATCH or POST ends a job or the cluster. */
    private static final Pattern ENDS_A_JOB =
            Pattern.compile("(/v1)?/(jobs/[^/]+/(yarn-cancel|yarn-stop|stop)|cluster)");
    /** Paths of savepoints, which may cancel their job. */
    private static final Pattern SAVEPOINTS = Pattern.compile("(/v1)?/jobs/[^/]+/savepoints");

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request && !isAllowed(request)) {
            ReferenceCountUtil.release(message);
            refuse(context);
        } else {
            super.channelRead(context, message);
        }
    }

    static boolean isAllowed(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String host = headers.get(HttpHeaderNames.HOST);
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        String site = headers.get("Sec-Fetch-Site");
        return host != null
                && HOSTS.contains(host.replaceFirst(":\\d+$", ""))
                && (origin == null || origin.equals("http://" + host))
                && (site == null || OWN_SITES.contains(site))
                && !endsAJob(request);
    }

    private static boolean endsAJob(HttpRequest request) {
        String path;
        try {
            // The path as Flink's router reads it: decoded, and without slashes at the ends.
            path = new QueryStringDecoder(request.uri())
                    .path()
                    .replaceAll("/+", "/")
                    .replaceAll("(?<=.)/$", "");
        } catch (IllegalArgumentException e) {
            return true;
        }
        boolean writes =
                !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
        return request.method().equals(HttpMethod.PATCH)
                || ENDS_A_JOB.matcher(path).matches()
                || (writes && SAVEPOINTS.matcher(path).matches());
    }

    private static void refuse(ChannelHandlerContext context) {
        byte[] body =
                ("{\"errors\":[\"Refused: other sites, other names than 127.0.0.1, and whatever ends a job. People"
                                + " reach Flink through the API, at /dashboards/flink/.\"]}")
                        .getBytes(UTF_8);
        FullHttpResponse refused = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN, Unpooled.wrappedBuffer(body));
        refused.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8");
        refused.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        var unused = context.writeAndFlush(refused).addListener(ChannelFutureListener.CLOSE);
    }
}
