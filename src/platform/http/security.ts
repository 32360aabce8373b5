import type { FastifyReply } from 'fastify';

export const sessionCookieName = 'lantoa_session';

// Styles and scripts come from our own files only; style attributes set by script (CSSOM) are not inline styles.
const deskPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

export function applySecurityHeaders(reply: FastifyReply, options: { readonly isSecure: boolean }): void {
  if (options.isSecure) reply.header('strict-transport-security', 'max-age=31536000');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', deskPolicy);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'same-origin');
  reply.header('x-frame-options', 'DENY');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}
