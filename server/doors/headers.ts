// Security headers of every answer: no script or style but the server's own files, no framing by others.

import type { RequestListener } from 'node:http';
import helmet from 'helmet';

/** Sets the headers. `secure` adds what only makes sense with TLS. */
export function securityHeaders(secure: boolean): RequestListener {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Phaser makes its white and missing pictures from data addresses.
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Over plain http in a local network these would break the page.
    strictTransportSecurity: secure ? { maxAge: 180 * 24 * 3600 } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
  });
  return (request, response) => set(request, response, () => {});
}
