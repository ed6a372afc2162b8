// Headers that keep a browser from doing what nobody asked for: no scripts but ours, no frames, no guessing of types, nothing cached that is private.
import compress from "@fastify/compress";
import etag from "@fastify/etag";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Everything from here and nothing from elsewhere. Pictures may also be drawn on the device before they are sent; a frame shows a print. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "frame-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  },
};

/** Security headers, compression and entity tags. `secure` says that people reach it over https. */
export async function installHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.header("permissions-policy", "camera=(self), geolocation=(self), microphone=()");
    if (request.routeOptions.url?.startsWith("/api/")) reply.header("cache-control", "private, no-cache");
  });
  await app.register(compress, { threshold: 1024, encodings: ["br", "gzip"], globalDecompression: false });
  await app.register(etag, { weak: true });
}
