import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A certificate of `localhost` that nobody else trusts, and its key: they guard nothing, they are for tests only. */
const peerKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1ZuSNeK77gcPB8Ai
YChLaeFkugbluf3Otal2cpSXnFihRANCAAS/vol1a58fpvmkwIWaKUkxHRYRhEsc
bLlnvvjVDY6dEU2ZVZS2r51Vi7l6a2eovBXIteAiXPo/i+xjMtQGHujj
-----END PRIVATE KEY-----
`;
export const peerCertificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUXBWdog+g3InxjBUaBq9kWqulmqwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTEwMDcxNloYDzIxMjYxMTAx
MTAwNzE2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS/vol1a58fpvmkwIWaKUkxHRYRhEscbLlnvvjVDY6dEU2ZVZS2r51V
i7l6a2eovBXIteAiXPo/i+xjMtQGHujjo28wbTAdBgNVHQ4EFgQUuICX0sq/rDxI
kfD1Hg2NmLMcXnIwHwYDVR0jBBgwFoAUuICX0sq/rDxIkfD1Hg2NmLMcXnIwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAINrPQnPDy14ZH//YqVLZG2aPJUjituGHl4xqQHm63klAiBK
Hrz+aVkZB96l1UL9o/kXN6JAZaUjNsKyviLUCKZfYw==
-----END CERTIFICATE-----
`;

export interface SmtpPeer {
  readonly port: number;
  /** Mails that the peer took, as they came over the wire, and to whom. */
  readonly received: { readonly to: string; readonly source: string }[];
  /** What the peer says to a recipient from now on; null: it takes everything. */
  answer: { readonly code: number; readonly words: string } | null;
  stop(): Promise<void>;
}

/** A real SMTP server in this process, as the province's mail server would be. */
export async function startSmtpPeer(
  options: { offersTls?: boolean; account?: { user: string; password: string } } = {},
): Promise<SmtpPeer> {
  const received: { to: string; source: string }[] = [];
  const { account } = options;
  const server = new SMTPServer({
    key: peerKey,
    cert: peerCertificate,
    disabledCommands: [...(options.offersTls ? [] : ['STARTTLS']), ...(account ? [] : ['AUTH'])],
    authOptional: !account,
    onAuth(auth, _session, callback) {
      const isRight = auth.username === account?.user && auth.password === account?.password;
      callback(
        isRight ? null : new Error('535 5.7.8 wrong user or password'),
        isRight ? { user: 'sender' } : undefined,
      );
    },
    onRcptTo(_address, _session, callback) {
      if (peer.answer === null) return callback();
      callback(Object.assign(new Error(peer.answer.words), { responseCode: peer.answer.code }));
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(','),
          source: Buffer.concat(pieces).toString('utf8'),
        });
        callback();
      });
    },
  });
  // A caller that hangs up during the handshake is what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const place = server.server.address();
  const peer: SmtpPeer = {
    port: typeof place === 'object' && place ? place.port : 0,
    received,
    answer: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return peer;
}

/** The words of a mail: transfer encodings and folded headers undone as far as the tests need it. */
export function readMailSource(source: string): { header(name: string): string; text: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const decode = (value: string) =>
    value
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, body: string) =>
        kind.toLowerCase() === 'b'
          ? Buffer.from(body, 'base64').toString('latin1')
          : unquote(body.replaceAll('_', ' ')),
      );
  const body = rest.join('\r\n\r\n');
  const parts = body
    .split(/^--[^\r\n]+\r\n/m)
    .map((part) => {
      const [own = '', ...content] = part.split('\r\n\r\n');
      const whole = content.join('\r\n\r\n');
      if (/base64/i.test(own)) return Buffer.from(whole, 'base64').toString('utf8');
      return Buffer.from(/quoted-printable/i.test(own) ? unquote(whole) : whole, 'latin1').toString('utf8');
    })
    .join('\n');
  return {
    header(name) {
      const line = unfolded.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
      return Buffer.from(decode(line.slice(name.length + 1).trim()), 'latin1').toString('utf8');
    },
    text: parts,
  };
}

function unquote(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
