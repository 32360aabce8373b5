// Style, pictures and fonts from our own address, forms to our own address, nothing else: no script, nothing inline.
const sitePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers of every public answer. */
export function siteHeaders(options: { isSecure: boolean }): Record<string, string> {
  return {
    'content-security-policy': sitePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(options.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
