import type { Connector, ConnectorDelivery } from '../../modules/channels/index.ts';

export interface SitePort {
  /** Address that readers use, without a slash at the end. */
  readonly baseUrl: string;
  /** Brings the store of built pages up to what is published. */
  readonly rebuild: () => Promise<void>;
  /** The page as a reader gets it. */
  readonly fetchPage: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
}

interface Seen {
  readonly status: 'same' | 'different' | 'absent';
  readonly contentHash: string | null;
}

/**
 * Our own portal as a channel. Going live is the department's decision and already done; sending only makes sure that the
 * page is built, and then looks at it as a reader does. So every step may be repeated, and a look-up can always tell.
 */
export function createSiteConnector(site: SitePort): Connector {
  const urlOf = (delivery: ConnectorDelivery) => site.baseUrl + delivery.content.sitePath;
  const delivered = (delivery: ConnectorDelivery) => ({ publicUrl: urlOf(delivery), remoteId: delivery.content.code });
  const look = async (delivery: ConnectorDelivery) =>
    readPage(await site.fetchPage(delivery.content.sitePath), delivery);
  return {
    kind: 'site',
    needsPerson: false,
    async send(delivery) {
      await site.rebuild();
      const seen = await look(delivery);
      if (seen.status === 'same') return { status: 'delivered', ...delivered(delivery) };
      return {
        status: 'error',
        errorClass: 'transient',
        detail: `the page is ${seen.status}, manifest ${seen.contentHash ?? 'none'}`,
      };
    },
    async lookUp(delivery) {
      return (await look(delivery)).status === 'same'
        ? { status: 'found', ...delivered(delivery) }
        : { status: 'not_found' };
    },
    readBack: look,
  };
}

/** Pure: compares what the page says of itself with what was approved. A removed page (410) fulfils a withdrawal. */
export function readPage(
  page: { status: number; body: string },
  delivery: Pick<ConnectorDelivery, 'operation' | 'content'>,
): Seen {
  const isWithdrawal = delivery.operation === 'withdraw';
  if (page.status === 404 || page.status === 410)
    return { status: isWithdrawal && page.status === 410 ? 'same' : 'absent', contentHash: null };
  if (page.status !== 200) throw new Error(`the page answers ${page.status}`);
  const contentHash = metaOf(page.body, 'lantoa:manifest');
  const isSameState = (metaOf(page.body, 'lantoa:state') === 'withdrawn') === isWithdrawal;
  return { status: contentHash === delivery.content.manifestHash && isSameState ? 'same' : 'different', contentHash };
}

function metaOf(body: string, name: string): string | null {
  return new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(body)?.[1] ?? null;
}
