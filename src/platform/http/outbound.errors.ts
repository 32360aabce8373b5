import { defineError } from '../errors/errors.ts';

/** Not http(s), with a password in it, or no address at all. */
export const outboundUrlNotValid = defineError('platform.outbound_url_not_valid', 422);
/** Leads into our own network; the answer does not say to which address, nor whether something listens there. */
export const outboundRefused = defineError('platform.outbound_refused', 422);
export const outboundNameUnknown = defineError('platform.outbound_name_unknown', 502);
export const outboundUnreachable = defineError('platform.outbound_unreachable', 502);
export const outboundTooSlow = defineError('platform.outbound_too_slow', 504);
export const outboundTooLarge = defineError('platform.outbound_too_large', 502);
export const outboundTooManyRedirects = defineError('platform.outbound_too_many_redirects', 502);
